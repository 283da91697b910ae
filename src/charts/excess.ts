import { limits, type PropertyPath } from '../source/index.ts';
import type { Forbidden } from './forbidden.ts';

const most = limits.generated;

/** Keys whose number says how much is made: ticks, classes, points, pixels. */
const counts = ['tickCount', 'maxbins', 'steps', 'width', 'height', 'columns', 'precision'];

/** All that would make a drawing so large that it fills the memory: sequences, ticks, classes, and views by the hundred. */
export function excessiveParts(value: unknown, path: PropertyPath = []): Forbidden[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'usermeta') return [];
    const count = madeBy(key, inner);
    return count > most || (views.includes(key) && count > limits.views)
      ? [tooMany(here, views.includes(key) ? limits.views : most)]
      : excessiveParts(inner, here);
  });
}

const views = ['repeat', 'hconcat', 'vconcat', 'concat', 'layer'];

/** How many things a part of a spec makes by itself, as far as it says so. */
function madeBy(key: string, value: unknown): number {
  if (views.includes(key)) return entriesIn(value);
  if (counts.includes(key) && typeof value === 'number') return Math.abs(value);
  if (typeof value !== 'object' || value === null) return 0;
  const { start = 0, stop, step = 1 } = value as { start?: unknown; stop?: unknown; step?: unknown };
  if (key === 'sequence' || key === 'keyvals')
    return stop === undefined ? 0 : Math.abs((Number(stop) - Number(start)) / Number(step));
  // A net over the globe, by its finest step in degrees.
  if (key === 'graticule') return (360 * 180) / Math.min(...numbersIn(value), 10) ** 2;
  if (key === 'bin') return typeof step === 'number' && step < 0.001 ? Number.POSITIVE_INFINITY : 0;
  return 0;
}

const entriesIn = (value: unknown): number =>
  Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce(
          (product: number, list) => product * (Array.isArray(list) ? list.length : 1),
          1,
        )
      : 0;

const numbersIn = (value: object): number[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    /^(step|stepMinor|precision)$/.test(key) ? [inner].flat().map(Number) : [],
  );

const tooMany = (path: PropertyPath, limit: number): Forbidden => ({
  rule: 'chart-spec',
  path,
  message: `This makes more than ${limit} parts of a chart.`,
  hint: 'Nobody could see them. Write a smaller number, or a larger step.',
});
