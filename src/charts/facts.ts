import type { Message } from '../i18n/index.ts';
import type { NamedSeries, ReadPlot } from './read-plot.ts';
import type { Point } from './series.ts';
import { variableOf } from './variables.ts';

/** One sentence of a description: the key of its message, and what fills it in, formatted for the reader. */
export interface Fact {
  key: Parameters<Message>[0];
  values: Record<string, string | number>;
}

// More than these are summed up instead of being told one by one.
const mostSeries = 4;
const mostValues = 6;
const mostInAll = 12;
const fewPoints = 4;

/** What the series of a plot say, in few sentences: fewer where the plot is one of several. */
export function factsOfSeries(series: readonly NamedSeries[], isOneOfSeveral: boolean): Fact[] {
  const all = series.filter(({ points }) => points.length > 0);
  return seriesFacts(all, isOneOfSeveral).filter(isWhole);
}

/** A place or a name without words would leave a hole in the sentence. */
const isWhole = ({ values }: Fact): boolean => Object.values(values).every((value) => value !== '');

function seriesFacts(all: readonly NamedSeries[], isOneOfSeveral: boolean): Fact[] {
  const [only] = all;
  if (only?.label === '' && all.length === 1 && only.points.length <= mostValues) {
    return [{ key: 'description.valuesOnly', values: { values: listed(only.points) } }];
  }
  if (all.length > mostSeries || all.some(({ label }) => label === '')) return overall(all);
  const count = all.reduce((sum, { points }) => sum + points.length, 0);
  return all.map((each) => factOf(each, { isShort: isOneOfSeveral, isLong: count > mostInAll }));
}

const listed = (points: readonly Point[]): string =>
  points.some(({ at }) => at === '') ? '' : points.map(({ shown, at }) => `${shown} (${at})`).join('; ');

function factOf(
  { label, points, joined, isCourse }: NamedSeries,
  { isShort, isLong }: { isShort: boolean; isLong: boolean },
): Fact {
  const few = isCourse ? fewPoints : isLong ? 2 : mostValues;
  if (points.length <= few) {
    return { key: 'description.values', values: { series: label, values: listed(points) } };
  }
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new Error('A series without points has no facts');
  if (points.every(({ value }) => value === first.value)) {
    return { key: 'description.same', values: { series: label, value: first.shown } };
  }
  const extremes = extremesOf(points);
  if (!isCourse) return { key: 'description.extremes', values: { series: label, ...extremes } };
  const ends = { series: label, first: first.shown, firstAt: first.at, last: last.shown, lastAt: last.at };
  if (isShort) return { key: 'description.ends', values: ends };
  const change = largestChange(joined);
  if (!change) return { key: 'description.course', values: { ...ends, ...extremes } };
  return { key: 'description.change', values: { ...ends, ...extremes, ...change } };
}

/** The highest and the lowest of all series, and what stands there at the end. */
function overall(series: readonly NamedSeries[]): Fact[] {
  const named = series.flatMap(({ points, label }) => points.map((point) => placed(point, label)));
  if (named.length === 0) return [];
  const facts: Fact[] = [{ key: 'description.overall', values: extremesOf(named) }];
  const lasts = series.flatMap(({ points, label, isCourse }) => {
    const last = points.at(-1);
    if (!last || label === '' || !isCourse) return [];
    return [{ key: last.key, value: last.value, shown: last.shown, at: label, where: last.at }];
  });
  const [one] = lasts;
  if (one && lasts.length === series.length && lasts.every(({ key }) => key === one.key)) {
    facts.push({ key: 'description.atEnd', values: { at: one.where, ...extremesOf(lasts) } });
  }
  return facts;
}

type Placed = Pick<Point, 'value' | 'shown' | 'at'>;

/** A point whose place is also told by the name of its series. */
const placed = (point: Point, label: string): Placed => ({
  value: point.value,
  get shown() {
    return point.shown;
  },
  get at() {
    return label === '' || point.at === '' ? point.at : `${label}, ${point.at}`;
  },
});

function extremesOf(points: readonly Placed[]) {
  const values = points.map(({ value }) => value);
  // Vega's charts may have more values than fit into a call.
  const highest = values.reduce((one, other) => Math.max(one, other));
  const lowest = values.reduce((one, other) => Math.min(one, other));
  const at = (value: number) => points.filter((point) => point.value === value);
  return {
    highest: at(highest)[0]?.shown ?? '',
    highestAt: placesOf(at(highest)),
    lowest: at(lowest)[0]?.shown ?? '',
    lowestAt: placesOf(at(lowest)),
  };
}

/** Where equal values stand; of more than three, the first three. */
function placesOf(points: readonly Placed[]): string {
  const places = [...new Set(points.map(({ at }) => at))];
  if (places.includes('')) return '';
  return [...places.slice(0, 3), ...(places.length > 3 ? ['…'] : [])].join('; ');
}

function largestChange(runs: readonly (readonly Point[])[]): Record<string, string> | undefined {
  let largest: { size: number; from: Point; to: Point } | undefined;
  for (const run of runs) {
    for (const [index, to] of run.entries()) {
      const from = run[index - 1];
      if (!from) continue;
      const size = Math.abs(to.value - from.value);
      // Of changes of the same size, the first: their difference is only that of binary fractions.
      if (!largest || size > largest.size * (1 + 1e-9)) largest = { size, from, to };
    }
  }
  if (!largest) return undefined;
  const { from, to } = largest;
  return { from: from.shown, fromAt: from.at, to: to.shown, toAt: to.at };
}

/** The median and the middle half of each box; of many boxes only the highest and the lowest median. */
export function factsOfBoxes(plot: ReadPlot): Fact[] {
  const boxes = plot.units.filter(({ kind }) => kind === 'boxPlot');
  const part = (name: string): NamedSeries[] => {
    const units = boxes.flatMap((unit) => {
      const field = `${name}_box_${unit.measure?.field.replace(/^lower_box_/, '')}`;
      const measure = variableOf({ field, type: 'quantitative' }, unit.fields, plot.reading);
      return measure ? [{ ...unit, measure }] : [];
    });
    return plot.seriesOf(units).map((each, index) => ({ ...each, label: plot.series[index]?.label ?? '' }));
  };
  const isOne = plot.series.length === 1;
  const told = (name: string): Placed[] =>
    part(name).flatMap(({ label, points }) =>
      points.map(({ value, shown, at }) => ({
        value,
        shown,
        at: [isOne && at !== '' ? '' : label, at].filter((each) => each !== '').join(', '),
      })),
    );
  const [medians, lowers, uppers] = [told('mid'), told('lower'), told('upper')];
  if (medians.length === 0 || medians.some(({ at }) => at === '')) return [];
  if (medians.length > mostSeries) return [{ key: 'description.medians', values: extremesOf(medians) }];
  return medians.flatMap(({ at, shown }, index): Fact[] => {
    const [lower, upper] = [lowers[index], uppers[index]];
    if (lower?.at !== at || upper?.at !== at) return [];
    return [
      {
        key: 'description.box',
        values: { series: at, median: shown, lower: lower.shown, upper: upper.shown },
      },
    ];
  });
}
