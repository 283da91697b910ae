import { expect, test } from 'vitest';
import type { Item } from './content.ts';
import { apply, boxAround, invert, multiply, placeItems } from './geometry.ts';

const operators = (text: string): Item => ({ kind: 'operators', text, paints: true });

test('a transformation and the one that undoes it leave a point where it was', () => {
  const matrix = [0.75, 0.1, -0.2, -0.75, 30, 700] as const;
  const [x, y] = apply(multiply(matrix, invert(matrix)), 12, 34);
  expect(x).toBeCloseTo(12);
  expect(y).toBeCloseTo(34);
});

test('a box goes around what is painted, wherever the graphics state was put aside and taken up again', () => {
  const placed = placeItems([
    operators('0.5 0 0 -0.5 0 800 cm\nq\n2 0 0 2 100 100 cm'),
    { kind: 'begin', tag: 'Figure', mcid: 3 },
    // Left to the outer state, and from there to another: 10 of it are 10 points.
    operators('10 10 m\n20 20 l\nS\nQ\nq\n2 0 0 2 0 0 cm\n10 10 30 40 re\nf'),
    // What only cuts off is not there to be seen.
    operators('0 0 5000 5000 re\nW\nn'),
    { kind: 'end' },
  ]);
  const marked = placed.filter(({ content }) => content === 3);
  expect(boxAround(marked)).toEqual([10, 730, 70, 790]);
});
