import { rules } from './rules/index.ts';
import type { Example, Rule } from './rules/rule.ts';

/** A page about a rule, for a terminal. */
export function explainRule({ id, severity, holds, why, example }: Rule): string {
  const { where, lines } = shownExample(example);
  const shown = lines.slice(0, 8).map((line) => `    ${line}`);
  return [
    `${id} (${severity})`,
    '',
    holds,
    '',
    why,
    '',
    `For example, ${where}:`,
    '',
    ...(shown.length > 0 ? [...shown, ''] : []),
    `  ${example.says}`,
  ].join('\n');
}

/** All rules as a page of the documentation, with an example of each message. */
export function rulesPage(): string {
  const rows = [...rules.values()].map(
    ({ id, severity, holds, example }) =>
      `| [\`${id}\`](#${id}) | ${severity} | ${cell(holds)} | ${cell(example.says)} |`,
  );
  const pages = [...rules.values()].map(({ id, severity, holds, why, example }) => {
    const { where, lines } = shownExample(example);
    const shown = lines.length === 0 ? '' : `\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
    return `## ${id}\n\n${holds} (${severity})\n\n${why}\n\nFor example, ${where}:\n${shown}\n> ${example.says.replaceAll('\n', '\n> ')}\n`;
  });
  return `# Rules

Every message of \`npm run check\`. \`npm run check -- --explain RULE\` shows one of them.
This page is made from src/check/rules/ by \`npm run schemas\`.

| rule | severity | what holds | an example of a message |
| --- | --- | --- | --- |
${rows.join('\n')}

${pages.join('\n')}`;
}

/** Where an example is, in words, and the lines that it is about. */
function shownExample({ file, as = file, find = '', put }: Example): { where: string; lines: string[] } {
  if (put === undefined) return { where: `without ${file}`, lines: [] };
  const text = put === '' ? find : put;
  return {
    where: put === '' ? `in ${as} without` : `in ${as}`,
    lines: text.replace(/^\n+|\s+$/g, '').split('\n'),
  };
}

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '\\<');
