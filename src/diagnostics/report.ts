import { createHash } from 'node:crypto';
import { type Diagnostic, inReadingOrder } from './diagnostic.ts';

/** Writes diagnostics down; `sources` gives the text of a file by its path in the site folder. */
export type Reporter = (
  diagnostics: readonly Diagnostic[],
  sources: (file: string) => string | undefined,
) => string;

/** For a terminal: message, hint, and the line with a caret under the place. */
export const reportText: Reporter = (diagnostics, sources) => {
  const blocks = inReadingOrder(diagnostics).map((diagnostic) => {
    const { file, line, column, severity, rule, message, hint } = diagnostic;
    const lines = [`${file}:${line}:${column}  ${severity}  ${rule}`, `  ${message}`];
    if (hint) lines.push(`  ${hint}`);
    return [...lines, ...excerpt(sources(file), line, column), ''].join('\n');
  });
  return [...blocks, summary(diagnostics)].join('\n');
};

/** One JSON array, for scripts. */
export const reportJson: Reporter = (diagnostics) => JSON.stringify(inReadingOrder(diagnostics), null, 2);

/** GitHub workflow commands, which become annotations on the lines of a pull request. */
export const reportGitHub: Reporter = (diagnostics) =>
  inReadingOrder(diagnostics)
    .map(({ file, line, column, severity, rule, message, hint }) => {
      const level = severity === 'info' ? 'notice' : severity;
      const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${level} ${place}::${data(`${message}\n${hint}`.trim())}`;
    })
    .join('\n');

/** A Code Quality report of GitLab, which shows findings in merge requests (https://docs.gitlab.com/ci/testing/code_quality/). */
export const reportGitLab: Reporter = (diagnostics) => {
  const seen = new Map<string, number>();
  const issues = inReadingOrder(diagnostics).map(({ file, line, severity, rule, message, hint }) => {
    // What is found twice in a file, word for word, is counted, since each needs a name of its own.
    const name = `${rule} ${file} ${message}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      description: `${message}\n${hint}`.trim(),
      check_name: rule,
      fingerprint: createHash('sha256').update(`${name} ${count}`).digest('hex'),
      severity: ({ error: 'major', warning: 'minor', info: 'info' } as const)[severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return JSON.stringify(issues, null, 2);
};

export const reporters = { text: reportText, json: reportJson, github: reportGitHub, gitlab: reportGitLab };

const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const widest = 100;

/** The line of a place and the one before it, with a caret under the place; nothing where there is no such line. */
export function excerpt(text: string | undefined, line: number, column: number): string[] {
  const lines = text?.split(/\r?\n/);
  const own = lines?.[line - 1];
  if (!lines || own === undefined) return [];
  const number = (n: number) => String(n).padStart(String(line).length);
  const before = lines[line - 2];
  // A long line of data is shown around the place, not whole.
  const from = column > widest ? column - widest / 2 : 0;
  const clip = (s: string) => (from > 0 ? `…${s.slice(from, from + widest)}` : s.slice(0, widest));
  const indent = ' '.repeat(column - 1 - from + (from > 0 ? 1 : 0));
  return [
    ...(line > 1 && before !== undefined ? [`     ${number(line - 1)} | ${clip(before)}`] : []),
    `   > ${number(line)} | ${clip(own)}`,
    `     ${' '.repeat(String(line).length)} | ${indent}^`,
  ];
}

/** “2 errors, 1 warning.” */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string, one: string, many: string) => {
    const n = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'note', 'notes'),
  ];
  return parts.length === 0 ? 'No problems found.' : `${parts.join(', ')}.`;
}
