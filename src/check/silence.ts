import { type Diagnostic, didYouMean, quote } from '../diagnostics/index.ts';
import type { Settings, SiteFiles } from '../site/index.ts';
import { placeOfText } from '../source/index.ts';
import type { Rule } from './rules/index.ts';

/** What an organisation or an editor lets pass, and why. */
interface Silence {
  rule: string;
  file: string;
  /** The lines that it covers; all, where it stands in site.yaml. */
  lines: readonly number[] | undefined;
  reason: string;
  /** Where it is written. */
  at: { file: string; line: number; column: number };
}

/**
 * Gives findings the severities that site.yaml sets, and takes out those that
 * are silenced: by a comment `sala-ignore RULE: reason` on the line before or
 * on the same line, or under `check: ignore:` in site.yaml for files that can
 * hold no comment. What stops a site from being read cannot be silenced.
 * A silence without a reason, of an unknown rule, or of nothing is a finding itself.
 */
export function adjust(
  diagnostics: readonly Diagnostic[],
  settings: Settings,
  files: SiteFiles,
  rules: ReadonlyMap<string, Rule>,
): Diagnostic[] {
  const silences = [...ignored(settings, files), ...comments(files)];
  const used = new Set<Silence>();
  const kept = diagnostics.flatMap((diagnostic) => {
    const rule = rules.get(diagnostic.rule);
    if (diagnostic.severity === 'error' && !rule?.check) return diagnostic;
    const silence = silences.find((each) => covers(each, diagnostic));
    if (silence) {
      used.add(silence);
      return [];
    }
    const severity = settings.check.rules[diagnostic.rule] ?? diagnostic.severity;
    return severity === 'off' ? [] : { ...diagnostic, severity };
  });
  return [
    ...kept,
    ...unknownRules(settings, files, rules),
    ...silences.flatMap((each) => misuse(each, used, rules)),
  ];
}

const settingsFile = 'content/site/site.yaml';

const covers = ({ rule, file, lines }: Silence, found: Diagnostic): boolean =>
  rule === found.rule && file === found.file && (lines?.includes(found.line) ?? true);

const ignored = ({ check }: Settings, { texts }: SiteFiles): Silence[] =>
  check.ignore.map(({ rule, file, reason }) => ({
    rule,
    file,
    reason,
    lines: undefined,
    at: { file: settingsFile, ...placeOfText(texts.get(settingsFile), file) },
  }));

const comment = /sala-ignore[ \t]+([\w-]+)(?:[ \t]*:[ \t]*(.*?))?[ \t]*(?:\*\/\}?|-->|$)/;

function* comments({ texts }: SiteFiles): Generator<Silence> {
  for (const { path, text } of texts.values()) {
    if (!text.includes('sala-ignore')) continue;
    const lines = text.split(/\r?\n/);
    for (const [n, line] of lines.entries()) {
      const found = comment.exec(line);
      if (!found) continue;
      const [, rule = '', reason = ''] = found;
      const next = lines.findIndex((each, m) => m > n && each.trim() !== '');
      yield {
        rule,
        file: path,
        lines: [n + 1, next + 1],
        reason,
        at: { file: path, line: n + 1, column: found.index + 1 },
      };
    }
  }
}

function misuse(
  { rule, reason, at }: Silence,
  used: ReadonlySet<Silence>,
  rules: ReadonlyMap<string, Rule>,
): Diagnostic[] {
  const problem = (severity: 'error' | 'warning', message: string, hint: string): Diagnostic[] => [
    { rule: 'ignore', severity, ...at, message, hint },
  ];
  if (!rules.has(rule))
    return problem('error', `There is no rule ${quote(rule)}.`, didYouMean(rule, rules.keys(), 'rules'));
  if (reason.trim() === '')
    return problem(
      'error',
      `It is not said why ${quote(rule)} is let pass here.`,
      `Write: sala-ignore ${rule}: the reason.`,
    );
  if ([...used].some((each) => each.rule === rule && each.at.file === at.file && each.at.line === at.line))
    return [];
  return problem('warning', `Nothing here breaks ${quote(rule)}.`, 'Take it out.');
}

const unknownRules = (
  { check }: Settings,
  { texts }: SiteFiles,
  rules: ReadonlyMap<string, Rule>,
): Diagnostic[] =>
  Object.entries(check.rules).flatMap(([id, severity]): Diagnostic[] => {
    const rule = rules.get(id);
    const problem = (message: string, hint: string): Diagnostic[] => [
      {
        rule: 'ignore',
        severity: 'error',
        file: settingsFile,
        ...placeOfText(texts.get(settingsFile), `${id}:`),
        message,
        hint,
      },
    ];
    if (!rule) return problem(`There is no rule ${quote(id)}.`, didYouMean(id, rules.keys(), 'rules'));
    if (rule.severity === 'error' && !rule.check && severity !== 'error')
      return problem(
        `${quote(id)} is always an error: without it a site cannot be built.`,
        'Take the line out.',
      );
    return [];
  });
