import { keyOf, type LocalizedDataset, writeTrace } from '../datasets/index.ts';
import { formatNumber, formatYear, type PlaceCode } from '../i18n/index.ts';
import { type Indicator, valuesIn } from './indicators.ts';
import type { Locale, Text } from './locale.ts';

/** The newest number of a place, in words; `says` is what its row tells of it, where each row counts by itself. */
export interface ShownValue {
  code: PlaceCode;
  place: string;
  /** As published. */
  exact: number;
  value: string;
  year: string;
  /** What its row adds to where the indicator's numbers come from, see writeTrace(). */
  from: string;
  says: readonly Text[];
}

/** An indicator in the words of a language. */
export interface ShownIndicator {
  data: LocalizedDataset;
  /** What the number is in, such as “% of GDP”. */
  unit: string | undefined;
  /** Where its numbers come from, see writeTrace(). */
  from: string;
  /** Of the places that have one, in the given order. */
  values: readonly ShownValue[];
  notes: readonly Text[];
}

/** Puts an indicator into the words of a language, for some places. */
export function shownIndicator(
  indicator: Indicator,
  places: readonly PlaceCode[],
  { language, dataset: localized }: Pick<Locale, 'language' | 'dataset'>,
): ShownIndicator {
  const { dataset, place, measure } = indicator;
  const data = localized(dataset, dataset.newest);
  const field = data.field(measure);
  const texts = data.fields.filter(({ kind }) => kind === 'text');
  const { about } = dataset.newest;
  return {
    data,
    unit: field?.unit,
    from: writeTrace({ dataset: data.id, version: data.version, field: measure }),
    notes: data.noteIds.flatMap((id) => data.note(id) ?? []),
    values: places.flatMap((code) => {
      const newest = valuesIn(indicator, code).at(-1);
      if (!newest) return [];
      return {
        code,
        place: data.field(place)?.show(code) ?? code,
        exact: newest.value,
        value: formatNumber(newest.value, language, { decimals: field?.decimals, unit: field?.sign }),
        year: formatYear(newest.year, language),
        from: writeTrace({ row: keyOf(newest.row, data.primaryKey) }),
        says: texts.flatMap(({ name }) => {
          const text = newest.row[name];
          return typeof text === 'string' ? [{ text, language: about.language }] : [];
        }),
      };
    }),
  };
}
