import { type LocalizedDataset, type LocalizedField, valuesOf } from '../datasets/index.ts';
import { formatLocale, type Language } from '../i18n/index.ts';

/** A choice of rows by what they say in a column. */
export interface RowFilter {
  /** The place of the column in the table, from 0. */
  column: number;
  title: string;
  /** What can be chosen, as it is written in the table. */
  values: readonly string[];
}

const kinds: ReadonlySet<LocalizedField['kind']> = new Set(['place', 'category', 'year', 'flag']);

/** The columns of a data set that its rows can be chosen by: what several rows have in common. */
export function rowFilters({ fields, rows }: LocalizedDataset, language: Language): RowFilter[] {
  const { compare } = new Intl.Collator(formatLocale(language), { numeric: true });
  return fields.flatMap(({ name, kind, title, show }, column) => {
    if (!kinds.has(kind)) return [];
    const values = valuesOf(rows, name);
    if (values.length < 2 || values.length === rows.length) return [];
    const shown = [
      ...new Set(
        rows
          .map((row) => row[name])
          .filter((cell) => cell !== null)
          .map(show),
      ),
    ];
    return [{ column, title, values: kind === 'category' ? shown : shown.sort(compare) }];
  });
}
