import { stringify } from 'yaml';
import type { DatasetFacts, DatasetWords, ReleaseFile, Row } from '../src/datasets/index.ts';
import { randomFrom } from './random.ts';
import type { Stock } from './stock.ts';

/** The texts of a site by their paths in it. */
export type Files = Map<string, string>;

/** A made-up data set: one value for each place and year. */
export interface Series {
  id: string;
  version: string;
  /** The place of its name among the terms of a stock. */
  term: number;
}

/** Every series has a row for each of these places in each of these years: 160 rows. */
export const places = ['LAO', 'KHM', 'VNM', 'THA', 'MMR', 'MYS', 'IDN', 'PHL'];
export const years = Array.from({ length: 20 }, (_, n) => 2004 + n);

export const makeSeries = (number: number): Series => ({
  id: `bench-series-${String(number + 1).padStart(3, '0')}`,
  version: '1.0.0',
  term: number,
});

/** What the series is called in the language of a stock. */
export const termOf = ({ term }: Series, { terms }: Stock): Stock['terms'][number] =>
  terms[term % terms.length] ?? { term: '', definition: '' };

/** The folder of a data set, and its release. */
export function seriesFiles(series: Series, stocks: readonly Stock[]): Files {
  const facts: DatasetFacts = { update: 'yearly', fields: { value: { decimals: 1 } } };
  const files: Files = new Map([[`content/datasets/${series.id}/dataset.yaml`, stringify(facts)]]);
  for (const stock of stocks) {
    const { term, definition } = termOf(series, stock);
    const words: DatasetWords = {
      title: term,
      description: definition,
      publisher: 'Sala',
      fields: {
        place: { title: stock.columns.place },
        year: { title: stock.columns.year },
        value: { title: term, unit: '%' },
      },
    };
    files.set(`content/datasets/${series.id}/${stock.language}.yaml`, stringify(words));
  }
  return files.set(releasePath(series), releaseText(series));
}

export const releasePath = ({ id, version }: Series): string => `data/${id}/${version}.json`;

/** A release as people write it, one row a line. */
function releaseText(series: Series): string {
  const about: Omit<ReleaseFile, 'data'> = {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: series.id,
    version: series.version,
    created: '2026-01-15',
    title: 'A made-up series',
    description: 'Made-up values for measuring how long a site takes to build.',
    language: 'en',
    sources: [{ title: 'The benchmark of Sala' }],
    licenses: [{ name: 'CC0-1.0' }],
    changes: 'First release.',
    schema: {
      fields: [
        { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
        { name: 'year', type: 'year' },
        {
          name: 'value',
          type: 'number',
          unit: 'percent',
          constraints: { required: true, minimum: 0, maximum: 100 },
        },
      ],
      primaryKey: ['place', 'year'],
    },
  };
  const rows = rowsOf(series).map((row) => `    ${JSON.stringify(row)}`);
  return `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "data": [\n${rows.join(',\n')}\n  ]\n}\n`;
}

/** Each place wanders about a level of its own. */
function rowsOf({ id }: Series): Row[] {
  return places.flatMap((place, n) => {
    const random = randomFrom(`${id} ${place}`);
    let value = 12 + 10 * n;
    return years.map((year) => {
      value = Math.min(99, Math.max(1, value + random() * 4 - 2));
      return { place, year, value: Number(value.toFixed(4)) };
    });
  });
}
