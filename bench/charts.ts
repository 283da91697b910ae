import { stringify } from 'yaml';
import type { ChartWords } from '../src/charts/index.ts';
import { type Files, places, type Series, termOf, years } from './series.ts';
import { type Stock, sentencesFrom } from './stock.ts';

/** The charts of a brief, one of each kind. */
export const chartKinds = ['lines', 'bars', 'multiples'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What one brief shows; no other brief on the same series shows the same. */
export interface Extract {
  slug: string;
  series: Series;
  /** All places, in an order of the brief's own. */
  places: readonly string[];
  first: number;
  last: number;
}

/** The part of a series that the brief of this number shows. */
export function extractFor(slug: string, number: number, series: Series): Extract {
  const turn = number % places.length;
  const [first = 0] = years;
  return {
    slug,
    series,
    places: [...places.slice(turn), ...places.slice(0, turn)],
    first: first + (number % 5),
    last: years.at(-1) ?? first,
  };
}

export const chartId = ({ slug }: Extract, kind: ChartKind): string => `${slug}-${kind}`;

/** The folders of a brief's three charts. */
export function chartFiles(extract: Extract, stocks: readonly Stock[]): Files {
  const files: Files = new Map();
  for (const kind of chartKinds) {
    const folder = `content/charts/${chartId(extract, kind)}`;
    files.set(`${folder}/chart.vl.json`, `${JSON.stringify(specOf(kind, extract), null, 2)}\n`);
    for (const stock of stocks) {
      files.set(`${folder}/${stock.language}.yaml`, stringify(wordsOf(extract, kind, stock)));
    }
  }
  return files;
}

function wordsOf(extract: Extract, kind: ChartKind, stock: Stock): ChartWords {
  const sentence = sentencesFrom(stock, `${extract.slug} ${kind}`);
  const when = kind === 'bars' ? extract.first : `${extract.first}–${extract.last}`;
  return {
    title: sentence().slice(0, -stock.stop.length),
    subtitle: `${termOf(extract.series, stock).term}, %, ${when}`,
    description: [sentence(), sentence(), sentence()].join(' '),
  };
}

function specOf(kind: ChartKind, { series, places: all, first, last }: Extract): object {
  const data = { name: series.id };
  const between = { filter: { field: 'year', range: [first, last] } };
  const only = (count: number) => ({ filter: { field: 'place', oneOf: all.slice(0, count) } });
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [first, last], nice: false },
    axis: { values: [first, Math.round((first + last) / 2), last] },
    title: null,
  };
  const y = { field: 'value', type: 'quantitative', title: null };
  const color = { field: 'place', type: 'nominal', legend: null };
  const $schema = 'https://vega.github.io/schema/vega-lite/v6.json';
  switch (kind) {
    case 'lines':
      return {
        $schema,
        data,
        transform: [only(3), between],
        encoding: { x, y, color },
        layer: [
          { mark: 'line' },
          {
            transform: [{ filter: `datum.year === ${last}` }],
            mark: { type: 'text', align: 'left', baseline: 'middle', dx: 6 },
            encoding: { text: { field: 'place', type: 'nominal' } },
          },
        ],
      };
    case 'bars':
      return {
        $schema,
        data,
        transform: [{ filter: `datum.year === ${first}` }],
        encoding: { x: y, y: { field: 'place', type: 'nominal', sort: places.toReversed(), title: null } },
        layer: [
          { mark: 'bar', encoding: { color } },
          {
            mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
            encoding: { text: { field: 'value', type: 'quantitative', format: '.1f' } },
          },
        ],
      };
    case 'multiples':
      return {
        $schema,
        data,
        transform: [only(6), between],
        facet: { field: 'place', type: 'nominal', title: null },
        columns: 3,
        spec: { mark: 'line', encoding: { x, y, color } },
      };
  }
}
