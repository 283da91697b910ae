import { limits, type PropertyPath } from '../source/index.ts';
import type { Forbidden } from './forbidden.ts';
import { letterCount } from './letter-count.ts';

const most = limits.generated;

/** Keys whose number says how much is made: ticks, classes, points, pixels. */
const counts = ['tickCount', 'maxbins', 'steps', 'width', 'height', 'columns', 'precision'];

/** All that would make a drawing so large that it fills the memory: sequences, ticks, classes, and views by the hundred. */
export function excessiveParts(value: unknown, path: PropertyPath = []): Forbidden[] {
  if (typeof value !== 'object' || value === null) return [];
  const list = lists.find((key) => key in value);
  if (list !== undefined && viewsIn(value) > limits.views) return [tooMany([...path, list], limits.views)];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'usermeta') return [];
    return madeBy(key, inner) > most ? [tooMany(here, most)] : excessiveParts(inner, here);
  });
}

const lists = ['repeat', 'hconcat', 'vconcat', 'concat', 'layer'];

/** How many views a view draws: of those in its lists each, and what it repeats as often. */
function viewsIn(view: unknown): number {
  if (typeof view !== 'object' || view === null) return 1;
  const own = view as Record<string, unknown>;
  const inner = lists.flatMap((key) => (Array.isArray(own[key]) && key !== 'repeat' ? own[key] : []));
  const within = inner.reduce((sum: number, each) => sum + viewsIn(each), 0);
  return Math.max(within, 1) * timesOf(own['repeat']) * viewsIn(own['spec']);
}

/** How often a view is repeated: for each field, or for each of one list with each of the others. */
function timesOf(repeat: unknown): number {
  if (Array.isArray(repeat)) return repeat.length;
  const fields = Object.values(repeat ?? {}).filter(Array.isArray);
  return fields.reduce((product, { length }) => product * length, 1);
}

/** How many things a part of a spec makes by itself, as far as it says so. */
function madeBy(key: string, value: unknown): number {
  if (counts.includes(key) && typeof value === 'number') return Math.abs(value);
  if (/format$/i.test(key) && typeof value === 'string') return letterCount(value);
  if (typeof value !== 'object' || value === null) return 0;
  const { start = 0, stop, step = 1 } = value as { start?: unknown; stop?: unknown; step?: unknown };
  if (key === 'bin' || key === 'bins') {
    if (typeof step === 'number' && step < 0.001) return Number.POSITIVE_INFINITY;
    return key === 'bins' && typeof stop === 'number' ? Math.abs((stop - Number(start)) / Number(step)) : 0;
  }
  if (key === 'sequence' || key === 'keyvals')
    return stop === undefined ? 0 : Math.abs((Number(stop) - Number(start)) / Number(step));
  // A net over the globe, by its finest step in degrees.
  if (key === 'graticule') return (360 * 180) / Math.min(...numbersIn(value), 10) ** 2;
  return 0;
}

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
