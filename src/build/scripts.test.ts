import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { makeScripts } from './scripts.ts';

test('scripts are written in ECMAScript 2022, as docs/reading.md says', async () => {
  const { files } = await makeScripts();
  expect(files.size).toBeGreaterThan(3);
  for (const [name, code] of files)
    expect(() => parse(code, { ecmaVersion: 2022, sourceType: 'module' }), name).not.toThrow();
  // It finds what is younger.
  expect(() => parse('/[\\p{L}--[a-z]]/v', { ecmaVersion: 2022 })).toThrow();
}, 60_000);

/** At-rules, pseudo-classes and functions that styles may use: what is added here is weighed against docs/reading.md. */
const known = new Set([
  // Without it, a term's link leads to its definition.
  ':popover-open',
  ...['@container', '@font-face', '@media', '@page', '@supports'],
  ...[
    '::after',
    '::before',
    '::marker',
    '::placeholder',
    '::-webkit-details-marker',
    '::selection',
    '::backdrop',
  ],
  ...[':active', ':checked', ':empty', ':first-child', ':first-of-type', ':focus', ':focus-visible'],
  ...[':focus-within', ':has', ':hover', ':is', ':lang', ':last-child', ':last-of-type', ':link', ':not'],
  ...[
    ':nth-child',
    ':only-child',
    ':root',
    ':target',
    ':visited',
    ':where',
    ':first',
    ':left',
    ':right',
    ':blank',
  ],
  ...[
    'inset',
    'attr',
    'calc',
    'clamp',
    'counter',
    'max',
    'min',
    'minmax',
    'repeat',
    'url',
    'var',
    'rgb',
    'hsl',
    'fit-content',
  ],
  ...['translate', 'translatey', 'translatex', 'rotate', 'scale', 'format', 'rgba', 'env'],
]);

/** A style sheet without what it only gives to browsers that say that they know it. */
function withoutSupports(css: string): string {
  const start = css.indexOf('@supports');
  if (start < 0) return css;
  let end = css.indexOf('{', start);
  for (let depth = 1; depth > 0; ) {
    end += 1;
    if (css[end] === '{') depth += 1;
    if (css[end] === '}') depth -= 1;
  }
  return css.slice(0, start) + withoutSupports(css.slice(end + 1));
}

test('styles use nothing new that docs/reading.md does not speak of', async () => {
  const folder = join(projectFolder, 'src/styles');
  const used = new Set<string>();
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.css'))) {
    const css = (await readFile(join(folder, name), 'utf8'))
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/"[^"]*"|'[^']*'/g, '""');
    // Of the margins of printed pages, only the browser that prints needs to know.
    const screen = name === '90-print.css' ? '' : withoutSupports(css);
    for (const [, rule] of screen.matchAll(/(@[\w-]+)/g)) used.add(rule ?? '');
    for (const [, pseudo] of screen.matchAll(/[\w\])*&\s>+~(,](::?[a-z-]+)(?=[\s,.:{)>+~([])(?![^{}]*;)/g))
      used.add(pseudo ?? '');
    for (const [, name] of screen.matchAll(/[\s(,:]([a-z-]+)\(/g)) used.add(name ?? '');
  }
  used.delete('and');
  expect([...used].filter((each) => !known.has(each) && !known.has(`:${each}`))).toEqual([]);
  expect(used.has('@media')).toBe(true);
});
