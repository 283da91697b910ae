import type { Fact } from './facts.ts';
import type { ReadPlot } from './read-plot.ts';
import type { Datum } from './shown.ts';
import type { Variable } from './variables.ts';

const axes = [
  { channel: 'x', key: 'description.horizontal', bare: 'description.horizontalNames' },
  { channel: 'y', key: 'description.vertical', bare: 'description.verticalNames' },
  { channel: 'theta', key: 'description.slices', bare: 'description.slicesNames' },
  { channel: 'color', key: 'description.colour', bare: undefined },
  { channel: 'fill', key: 'description.colour', bare: undefined },
  { channel: 'size', key: 'description.size', bare: undefined },
] as const;

/** What the axes of a plot show, and its colours and sizes where they measure: title, unit and, if wanted, range. */
export function factsOfAxes({ units }: ReadPlot, withRange: boolean): Fact[] {
  return axes.flatMap(({ channel, key, bare }): Fact[] => {
    const shown = units.flatMap(({ channels, paths, isStacked, measure, kind }) => {
      const variable = channels[channel];
      if (!variable || (!bare && !variable.isMeasure)) return [];
      return [
        {
          variable,
          rows: paths.flat(),
          hasRange: variable !== measure || !(isStacked || kind === 'boxPlot'),
        },
      ];
    });
    if (shown.length === 0) return [];
    const variables = shown.map(({ variable }) => variable);
    const title = titleOf(variables);
    const range = withRange && shown.every(({ hasRange }) => hasRange) ? rangeOf(shown) : undefined;
    if (title === '') {
      return variables.every(({ isCount }) => isCount) ? [{ key: 'description.counted', values: {} }] : [];
    }
    if (range) return [{ key, values: { title, ...range } }];
    return bare ? [{ key: bare, values: { title } }] : [];
  });
}

/** The titles of what an axis shows, with the unit once where all have the same; empty where one has no title. */
function titleOf(variables: readonly Variable[]): string {
  const titles = [...new Set(variables.map(({ title }) => title))];
  const units = [...new Set(variables.map(({ unit }) => unit))];
  if (titles.includes('')) return '';
  const [unit] = units;
  if (units.length === 1) return unit === undefined ? titles.join(', ') : `${titles.join(', ')} (${unit})`;
  const whole = variables.map(({ title, unit: own }) => (own === undefined ? title : `${title} (${own})`));
  return [...new Set(whole)].join(', ');
}

interface Shown {
  variable: Variable;
  rows: readonly Datum[];
}

/** From the least to the most of what has an order; nothing for names, for one value, and for values of different units. */
function rangeOf(shown: readonly Shown[]): { first: string; last: string } | undefined {
  if (new Set(shown.map(({ variable }) => variable.unit)).size > 1) return undefined;
  if (!shown.every(({ variable }) => variable.isOrdered)) return undefined;
  const places = shown.flatMap(({ variable, rows }) =>
    rows.flatMap((datum) => {
      const value = variable.value(datum);
      return typeof value === 'number' ? [{ value, ends: () => variable.ends(datum) }] : [];
    }),
  );
  const [one] = places;
  if (!one) return undefined;
  const least = places.reduce((found, each) => (each.value < found.value ? each : found), one);
  const most = places.reduce((found, each) => (each.value > found.value ? each : found), one);
  const [first, last] = [least.ends()[0], most.ends()[1]];
  return first === last || first === '' || last === '' ? undefined : { first, last };
}
