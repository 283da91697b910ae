import type { Item } from './content.ts';

/** An affine transformation as PDF writes it, [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const multiply = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The transformation that undoes another. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

/** An item where it stands: the transformation of its beginning, and the marked content around it. */
export interface Placed {
  item: Item;
  matrix: Matrix;
  /** The number of the marked content of the structure that it is in; none outside of it. */
  content: number | undefined;
  /** Whether it is in marked content of any kind. */
  marked: boolean;
  /** The transformations that were put aside before it, to come back to. */
  outer: readonly Matrix[];
}

/** Follows a content stream from item to item, keeping count of transformations and marked content. */
export function placeItems(items: readonly Item[]): Placed[] {
  let matrix = identity;
  const saved: Matrix[] = [];
  const around: (number | undefined)[] = [];
  return items.map((item) => {
    const placed = {
      item,
      matrix,
      content: around.at(-1),
      marked: around.length > 0,
      outer: [...saved],
    };
    if (item.kind === 'begin') around.push(item.mcid);
    else if (item.kind === 'end') around.pop();
    else if (item.kind === 'operators')
      for (const [, stack, transformation] of item.text.matchAll(changes)) {
        if (stack === 'q') saved.push(matrix);
        else if (stack === 'Q') matrix = saved.pop() ?? identity;
        else matrix = multiply(numbersIn(transformation ?? '') as unknown as Matrix, matrix);
      }
    return placed;
  });
}

/** Operators of the graphics state that move things, one a line. */
const changes = /^(?:(q|Q)|([-.\d ]+) cm)$/gm;

const numbersIn = (text: string): number[] => text.split(' ').map(Number);

/** Operators that end a path (ISO 32000-1, 8.5.3). */
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);

/** The points of a text, and those of paths with their control points, on the page. */
function pointsOf({ item, matrix, outer }: Placed): [number, number][] {
  if (item.kind === 'text') {
    const text = multiply(item.run.matrix, matrix);
    const { size, width } = item.run;
    return [apply(text, 0, -size / 4), apply(text, width, size)];
  }
  if (item.kind !== 'operators') return [];
  const points: [number, number][] = [];
  let path: [number, number][] = [];
  let current = matrix;
  const saved = [...outer];
  for (const line of item.text.split('\n')) {
    const end = line.lastIndexOf(' ');
    const operator = line.slice(end + 1);
    const operands = line.slice(0, Math.max(0, end));
    if (operator === 'q') saved.push(current);
    else if (operator === 'Q') current = saved.pop() ?? current;
    else if (operator === 'cm') current = multiply(numbersIn(operands) as unknown as Matrix, current);
    else if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbersIn(operands);
      path.push(apply(current, x, y), apply(current, x + width, y + height));
    } else if (operator === 'm' || operator === 'l' || operator === 'c') {
      const numbers = numbersIn(operands);
      for (let n = 0; n + 1 < numbers.length; n += 2)
        path.push(apply(current, numbers[n] ?? 0, numbers[n + 1] ?? 0));
    } else if (paints.has(operator)) {
      // A path that is not painted only cuts off what is.
      if (operator !== 'n') points.push(...path);
      path = [];
    }
  }
  return points;
}

/** A rectangle in points: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The smallest rectangle around what some items put on a page. */
export function boxAround(items: readonly Placed[]): Box | undefined {
  const points = items.flatMap(pointsOf);
  if (points.length === 0) return undefined;
  const across = points.map(([x]) => x);
  const up = points.map(([, y]) => y);
  const least = (values: number[]) => Math.round(values.reduce((a, b) => Math.min(a, b)) * 100) / 100;
  const most = (values: number[]) => Math.round(values.reduce((a, b) => Math.max(a, b)) * 100) / 100;
  return [least(across), least(up), most(across), most(up)];
}
