import { beforeAll, expect, test } from 'vitest';
import { inkHeight, makeOutliner } from './outline.ts';
import { loadMeasurer } from './shape.ts';

beforeAll(loadMeasurer);

test('draws each glyph once, however often it occurs', () => {
  const outliner = makeOutliner('a-');
  const line = outliner.line('ລາວ ລາວ', { size: 12 }, { x: 10, y: 20 });
  expect(line).toMatch(/^<g transform="translate\(10 20\) scale\(0\.012\)">/);
  expect(line.match(/<use /g)).toHaveLength(6);
  expect(outliner.glyphs().match(/<path id="a-\w+" d="m[^"]+z"\/>/g)).toHaveLength(3);
});

test('joins the letters of a word in the direction of its script', () => {
  const outliner = makeOutliner('');
  const at = (text: string) =>
    [...outliner.line(text, { size: 10 }, { x: 0, y: 0 }).matchAll(/#(\w+)"/g)].map(([, id]) => id);
  const [joined, apart] = [at('لاوس'), [...'لاوس'].flatMap(at)];
  expect(joined.toReversed()).not.toEqual(apart);
  // The last letter stands first; after one that joins to no other, it looks as it does alone.
  expect(joined[0]).toBe(apart.at(-1));
});

test('knows marks that reach further than the letters', () => {
  const latin = inkHeight('Lao', { size: 100 });
  expect(inkHeight('Ế', { size: 100 }).above).toBeGreaterThan(latin.above + 20);
  expect(inkHeight('ក្រុម', { size: 100 }).below).toBeGreaterThan(latin.below + 20);
});

test('leaves a gap for what no font has', () => {
  const outliner = makeOutliner('');
  expect(outliner.line('漢a', { size: 10 }, { x: 0, y: 0 })).toMatch(/><use xlink:href="#0" x="600"\/></);
});
