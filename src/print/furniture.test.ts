import { expect, test } from 'vitest';
import type { Item, Run } from './content.ts';
import { runningHead, setNumber } from './furniture.ts';
import { placeItems } from './geometry.ts';
import type { PrintedFont } from './text.ts';

/** A font in which every character is half as wide as it is high. */
function font(characters: string): PrintedFont {
  return {
    codeOf: (text: string) => (characters.includes(text) ? text.codePointAt(0) : undefined),
    textOf: (code: number) => String.fromCodePoint(code),
    widthOf: () => 500,
  } as unknown as PrintedFont;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz .0123456789';

function run(text: string, { size = 10, x = 0, y = 0, characters = alphabet } = {}): Run {
  const glyphs = [...text].map((each, n) => ({ code: each.codePointAt(0) ?? 0, offset: (n * size) / 2 }));
  return {
    font: font(characters),
    size,
    matrix: [1, 0, 0, 1, x, y],
    glyphs,
    text,
    width: (text.length * size) / 2,
    reversed: false,
  };
}

/** A page of 600 × 800 points with a head at its top and a foot that shows how wide its lines are. */
function page({ head = 'short title', x = 100 } = {}) {
  const items: Item[] = [
    { kind: 'text', run: run(head, { x, y: 760 }) },
    { kind: 'text', run: run('publisher', { x: 100, y: 40 }) },
    { kind: 'text', run: run('page', { x: 480, y: 40 }) },
  ];
  return placeItems(items);
}

const set = (text: string, options = {}) => [
  { run: run(text, { size: 20, ...options }), spaceBefore: false },
];

function headOf(heading: ReturnType<typeof set>, direction: 'ltr' | 'rtl' = 'ltr', placed = page()) {
  const head = runningHead(placed, heading, { pageHeight: 800, direction });
  return head?.items.flatMap((item) => (item.kind === 'text' ? item.run : []));
}

test('the section stands at the end of the line, in the size of the head', () => {
  const [first] = headOf(set('who pays')) ?? [];
  expect(first?.text).toBe('who pays');
  expect(first?.size).toBe(10);
  // The line goes from 100 to 500; eight characters are 40 wide.
  expect(first?.matrix.slice(4)).toEqual([460, 760]);
});

test('from right to left it stands at the left', () => {
  const [first] = headOf(set('who pays'), 'rtl', page({ x: 445 })) ?? [];
  expect(first?.matrix.slice(4)).toEqual([100, 760]);
});

test('a heading that is too long ends at a word, with dots', () => {
  const long =
    'a heading that goes on and on until there is no room left for it at all in one line of a page';
  const [first] = headOf(set(long)) ?? [];
  expect(long.startsWith((first?.text ?? '').replace('...', ''))).toBe(true);
  expect(first?.text).toMatch(/ [a-z]+\.\.\.$/);
  expect((first?.matrix[4] ?? 0) + (first?.width ?? 0)).toBe(500);
  // The head ends at 155, and three widths of the size are left free.
  expect(first?.matrix[4]).toBeGreaterThan(185);
});

test('a page without a running head gets none', () => {
  const placed = placeItems([{ kind: 'text', run: run('publisher', { x: 100, y: 40 }) }]);
  expect(headOf(set('who pays'), 'ltr', placed)).toBeUndefined();
});

test('a page number takes the place that was kept for it, against its right edge', () => {
  const slot = run('00');
  expect(setNumber(slot, 7)).toBe(true);
  expect(slot.glyphs).toEqual([{ code: 55, offset: 5 }]);
  expect(setNumber(slot, 104)).toBe(true);
  expect(slot.glyphs.map(({ offset }) => offset)).toEqual([-5, 0, 5]);
  expect(setNumber(run('00', { characters: '0' }), 7)).toBe(false);
});
