import type { ChartWords } from '../charts/index.ts';
import type { PlaceCode } from '../i18n/index.ts';
import { type Indicator, valuesIn } from './indicators.ts';
import type { Chart } from './read-charts.ts';

/** With more dots, a line is easier to follow without them. */
const fewest = 12;

/**
 * The small chart of an indicator for some places, over time. It has no words of
 * its own: its title is that of the data set. Nothing where there is no course to show.
 */
export function indicatorChart(indicator: Indicator, places: readonly PlaceCode[]): Chart | undefined {
  const shown = places.filter((code) => indicator.places.includes(code));
  const all = shown.map((code) => valuesIn(indicator, code));
  if (!indicator.isSeries || all.every(({ length }) => length < 2)) return undefined;
  const hasDots = all.some(({ length }) => length < fewest);
  const years = all.flat().map(({ year }) => year);
  const { dataset, place, year, measure } = indicator;
  // How many breaks lie before a number: a line joins those with as many.
  const broken = shown.flatMap((code) =>
    (dataset.facts.breaks?.[code] ?? []).map(
      (first) =>
        `(datum[${JSON.stringify(place)}] === ${JSON.stringify(code)} && datum[${JSON.stringify(year)}] >= ${first} ? 1 : 0)`,
    ),
  );
  return generated(indicator, [dataset.id, ...[...shown].sort()].join('-'), {
    data: { name: dataset.id },
    transform: [
      { filter: { field: place, oneOf: shown } },
      ...(broken.length > 0 ? [{ calculate: broken.join(' + '), as: 'part' }] : []),
    ],
    encoding: {
      x: yearsOf(year, Math.min(...years), Math.max(...years)),
      y: { field: measure, type: 'quantitative', scale: { zero: true }, axis: { tickCount: 4 }, title: null },
      color: { field: place, type: 'nominal', title: null },
      ...(broken.length > 0 ? { detail: { field: 'part', type: 'nominal' } } : {}),
    },
    layer: [{ mark: 'line' }, ...(hasDots ? [{ mark: 'point' }] : [])],
  });
}

/** What the places that a reader chooses are called in the chart, and in the address. */
export const choices = ['first', 'second', 'third'] as const;

/** The small chart of an indicator for the places that a reader chooses; it shows the given ones to begin with. */
export function liveIndicatorChart(indicator: Indicator, places: readonly PlaceCode[]): Chart | undefined {
  const whole = indicatorChart(indicator, indicator.places);
  if (!whole) return undefined;
  const { place, dataset } = indicator;
  const { spec } = whole.source;
  const code = `datum[${JSON.stringify(place)}]`;
  const listed = choices.map((name) => `(indexof(known, ${name}) >= 0 ? ${name} + ' ' : '')`).join(' + ');
  return generated(indicator, `${dataset.id}-COMPARED`, {
    ...spec,
    params: [
      { name: 'known', value: indicator.places },
      ...choices.map((name, n) => ({
        name,
        value: places[n] ?? null,
        bind: { input: 'select', options: [null, ...indicator.places] },
      })),
    ],
    transform: [
      { filter: choices.map((name) => `${code} === ${name}`).join(' || ') },
      ...(spec.transform?.slice(1) ?? []),
    ],
    encoding: {
      ...spec.encoding,
      // Only what is chosen, though the scale keeps the colours of all.
      color: {
        ...spec.encoding?.['color'],
        legend: { values: { expr: `split(slice(${listed}, 0, -1), ' ')` } },
      },
    },
  });
}

function yearsOf(field: string, first: number, last: number) {
  return {
    field,
    type: 'quantitative',
    scale: { domain: [first, last], nice: false },
    axis: { values: [first, Math.round((first + last) / 2), last] },
    title: null,
  };
}

/** A chart that no file holds: what is wrong with it is told at the data set. */
function generated({ dataset }: Indicator, id: string, spec: Chart['source']['spec']): Chart {
  return {
    id,
    isSmall: true,
    source: {
      id,
      spec,
      datasets: [dataset.id],
      words: [],
      notes: [],
      at: () => ({ line: 1, column: 1 }),
      file: { path: `content/datasets/${dataset.id}/dataset.yaml`, text: '' },
    },
    words: new Map(
      [...dataset.words].map(([language, { title, description }]): [string, ChartWords] => [
        language,
        { title, subtitle: description, description },
      ]),
    ),
  };
}
