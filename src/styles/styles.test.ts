import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.css'));
const sheets = await Promise.all(
  names.map(async (name) => ({
    name,
    css: (await readFile(new URL(name, import.meta.url), 'utf8')).replace(/\/\*[\s\S]*?\*\//g, ''),
  })),
);

test.each(sheets)(
  '$name makes no older browser lose a rule: what is newer than 2023 is asked for first',
  ({ css }) => {
    // The blocks of @supports hold what needs it.
    const always = css.replace(/@supports[^{]*\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}/g, '');
    expect(always).not.toMatch(
      /&|@scope|@starting-style|light-dark\(|animation-timeline|scroll-target-group|:target-current|field-sizing|interpolate-size|text-box|corner-shape|::details-content|:state\(|\b(if|sibling-index|anchor-size|contrast-color)\(/,
    );
  },
);

test.each(sheets)('$name follows the size of text that a reader has set', ({ css }) => {
  expect([...css.matchAll(/font-size:\s*[\d.]+px|@media[^{]*width:\s*\d+px/g)].map(([each]) => each)).toEqual(
    [],
  );
});
