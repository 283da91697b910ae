import { type Dataset, measures, type Row, valuesOf } from '../datasets/index.ts';
import type { PlaceCode } from '../i18n/index.ts';
import type { Site } from './load.ts';

/** A data set that says one number of a place in a year. */
export interface Indicator {
  dataset: Dataset;
  /** The names of its fields. */
  place: string;
  year: string;
  measure: string;
  /** The places that it has a number for, in the order of the release. */
  places: readonly PlaceCode[];
  /** Whether its numbers may stand side by side: not where each row says by itself what it counts, or comes from. */
  isSeries: boolean;
}

/** A number of an indicator, as published. */
export interface IndicatorValue {
  row: Row;
  year: number;
  value: number;
}

/** The indicators that site.yaml lists, in its order; without a list, every data set that is one. */
export function indicatorsOf({ settings, datasets }: Pick<Site, 'settings' | 'datasets'>): Indicator[] {
  const ids = settings.indicators ?? [...datasets.keys()];
  return ids.flatMap((id) => indicatorOf(datasets.get(id)) ?? []);
}

/** A data set as an indicator, by its newest release; nothing where its rows are told apart by more than place and year. */
export function indicatorOf(dataset: Dataset | undefined): Indicator | undefined {
  if (!dataset) return undefined;
  const { fields, primaryKey, rows } = dataset.newest;
  const keys = fields.filter(({ name }) => primaryKey.includes(name));
  const [place, year] = ['place', 'year'].map((kind) => keys.find((field) => field.kind === kind)?.name);
  const [measure, ...more] = measures(dataset.newest);
  if (keys.length !== 2 || !place || !year || !measure || more.length > 0) return undefined;
  const told = rows.filter((row) => typeof row[measure.name] === 'number');
  return {
    dataset,
    place,
    year,
    measure: measure.name,
    places: valuesOf(told, place),
    isSeries: fields.every(({ kind }) => kind !== 'text'),
  };
}

/** The numbers of a place, by year. */
export function valuesIn({ dataset, place, year, measure }: Indicator, code: PlaceCode): IndicatorValue[] {
  return dataset.newest.rows
    .flatMap((row) => {
      const value = row[measure];
      return row[place] === code && typeof value === 'number'
        ? [{ row, year: Number(row[year]), value }]
        : [];
    })
    .sort((a, b) => a.year - b.year);
}
