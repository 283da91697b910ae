import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

/** A page about a rule, for a terminal. */
export function explainRule({ id, severity, holds, why, example }: Rule): string {
  const { put, says } = example;
  const file = example.as ?? example.file;
  return [
    `${id} (${severity})`,
    '',
    holds,
    '',
    why,
    '',
    put === undefined ? `For example, where ${file} is missing:` : `For example, in ${file}:`,
    '',
    ...(put === undefined
      ? []
      : [
          ...put
            .trim()
            .split('\n')
            .slice(0, 8)
            .map((line) => `    ${line}`),
          '',
        ]),
    `  ${says}`,
  ].join('\n');
}

/** All rules as a page of the documentation, with an example of each message. */
export function rulesPage(): string {
  const rows = [...rules.values()].map(
    ({ id, severity, holds, example }) =>
      `| [\`${id}\`](#${id}) | ${severity} | ${cell(holds)} | ${cell(example.says)} |`,
  );
  const pages = [...rules.values()].map(({ id, severity, holds, why, example }) => {
    const { put, says } = example;
    const file = example.as ?? example.file;
    const shown = put === undefined ? '' : `\n\`\`\`\n${put.trim()}\n\`\`\`\n`;
    return `## ${id}\n\n${holds} (${severity})\n\n${why}\n\nFor example, ${put === undefined ? `without ${file}` : `in \`${file}\``}:\n${shown}\n> ${literal(says).replaceAll('\n', '\n> ')}\n`;
  });
  return `# Rules

Every message of \`npm run check\`. \`npm run check -- --explain RULE\` shows one of them.
This page is made from src/check/rules/ by \`npm run schemas\`.

| rule | severity | what holds | an example of a message |
| --- | --- | --- | --- |
${rows.join('\n')}

${pages.join('\n')}`;
}

const cell = (text: string): string => literal(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Tags in a text are shown as they are; in code they are anyway. */
const literal = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, n) => (n % 2 === 0 ? part.replaceAll('<', '\\<') : part))
    .join('');
