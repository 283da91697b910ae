import { expect, test } from 'vitest';
import { makeFontSheet } from './font-sheet.ts';
import { parseRange, toRange, within } from './unicode-range.ts';

test('reads and writes unicode ranges', () => {
  expect(parseRange('U+0E81-0EDF, U+25CC')).toEqual([
    [0x0e81, 0x0edf],
    [0x25cc, 0x25cc],
  ]);
  expect(toRange(['a', 'b', 'c', 'x'])).toBe('U+61-63,U+78');
  expect(within('bລaກ', 'U+0E81-0EDF')).toEqual(['ກ', 'ລ']);
});

test('ships only what the site writes, in both weights', async () => {
  const { files, covered, css } = await makeFontSheet(new Set('Lao ລາວ'), ['Lao', 'ລາວ']);
  const names = [...files.keys()].map((name) => name.replace(/\.[0-9a-f]{8}\./, '.'));
  expect(names).toEqual([
    'latin-400.woff2',
    'latin-700.woff2',
    'lao-400.woff2',
    'lao-700.woff2',
    'names-lao-400.woff2',
  ]);
  expect([...covered].sort().join('')).toBe(' Laoລວາ');
  expect(css('/f/')).toContain('unicode-range:U+EA5,U+EA7,U+EB2}');
  for (const bytes of files.values()) expect(bytes.length).toBeLessThan(3000);
});

test('gives the same bytes for the same characters', async () => {
  const [one, two] = await Promise.all([makeFontSheet(new Set('aກ'), []), makeFontSheet(new Set('ກa'), [])]);
  expect([...one.files.keys()]).toEqual([...two.files.keys()]);
});

test('gives the fonts of a text with the rules, and no others', async () => {
  const { inline, files } = await makeFontSheet(new Set('Lao ລາວ'), ['ລາວ']);
  const rules = inline(new Set('ລ')).split('\n');
  expect(rules).toHaveLength(2);
  for (const [n, weight] of [400, 700].entries()) {
    expect(rules[n]).toContain(`font-family:"Sala";font-style:normal;font-weight:${weight}`);
    const [, data = ''] = /url\(data:font\/woff2;base64,([^)]*)\)/.exec(rules[n] ?? '') ?? [];
    const [, bytes] = [...files].find(([name]) => name.startsWith(`lao-${weight}`)) ?? [];
    expect(Buffer.from(data, 'base64')).toEqual(Buffer.from(bytes ?? []));
  }
});

test('a character that the font lacks is not covered, though the range it is published with names it', async () => {
  const { covered, css } = await makeFontSheet(new Set('a↑'), ['English']);
  expect([...covered].sort()).toEqual(['a']);
  expect(css('/fonts/')).not.toContain('2191');
});

test('names the files of a text in one weight, for pages to ask for early', async () => {
  const { filesFor } = await makeFontSheet(new Set('Lao ລາວ'), ['ລາວ']);
  const names = (text: string, weight: 400 | 700) =>
    filesFor(text, weight).map((name) => name.replace(/\.[0-9a-f]{8}\.woff2$/, ''));
  expect(names('ລາວ', 700)).toEqual(['lao-700']);
  expect(names('Lao ລາວ', 400)).toEqual(['latin-400', 'lao-400']);
});

test('what stands in until the fonts come is as high as they are', async () => {
  const { css } = await makeFontSheet(new Set('a'), []);
  const [, size, ascent, descent] =
    /size-adjust:([\d.]+)%;ascent-override:([\d.]+)%;descent-override:([\d.]+)%/
      .exec(css('/f/'))
      ?.map(Number) ?? [];
  // Of Noto Sans, in thousandths of its size (its table hhea).
  expect(((size ?? 0) * (ascent ?? 0)) / 10).toBeCloseTo(1069, 0);
  expect(((size ?? 0) * (descent ?? 0)) / 10).toBeCloseTo(293, 0);
});
