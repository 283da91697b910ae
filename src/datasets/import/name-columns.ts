import { quote } from '../../diagnostics/index.ts';
import { type FoundPlaces, sayTheSame } from './find-places.ts';
import type { Schema } from './guess-field.ts';
import { isMissing } from './numbers.ts';
import type { ReadColumn } from './read-column.ts';

/** The column of years: headed as such, or the only one whose numbers all look like years beside another of numbers. */
export function findYear(columns: readonly ReadColumn[]): ReadColumn | undefined {
  const headed = columns.find(({ type }) => type === 'year');
  if (headed) return headed;
  const numeric = columns.filter(({ type }) => type === 'integer' || type === 'number');
  const like = numeric.filter(({ values }) =>
    values.every((value) => Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 2100),
  );
  return like.length === 1 && numeric.length > 1 ? like[0] : undefined;
}

/** What is known of columns before they are named. */
interface Roles {
  places: FoundPlaces | undefined;
  year: ReadColumn | undefined;
  last: Schema | undefined;
}

const isMeasure = ({ type }: ReadColumn): boolean => type === 'integer' || type === 'number';

/** The name of each column's field: told, else `place`, `year`, that of the last release, `value` for the only measure, else its heading. */
export function nameColumns(
  all: readonly ReadColumn[],
  { told, last, places, year }: Roles & { told: readonly string[] | undefined },
): Map<ReadColumn, string> {
  const measures = all.filter((column) => isMeasure(column) && column !== year);
  return new Map(
    all.map((column, n) => {
      const own = slug(column.heading);
      const known = last?.fields.find(({ name, title }) => title === column.heading || name === own)?.name;
      const name =
        told?.[n] ??
        (column === places?.column
          ? 'place'
          : column === year
            ? 'year'
            : (known ?? (measures.length === 1 && column === measures[0] ? 'value' : own)));
      return [column, name || (isMeasure(column) ? 'value' : 'text')];
    }),
  );
}

/** Why a column is left out unless somebody names it; nothing where it is kept. */
export function whyLeftOut(
  column: ReadColumn,
  all: readonly ReadColumn[],
  { places, year, last, name }: Roles & { name: string },
): string | undefined {
  if (column === places?.column || column === year) return undefined;
  if (column.cells.every(({ value }) => value === null || isMissing(String(value)))) return 'left out: empty';
  if (last?.fields.some((field) => field.name === name)) return undefined;
  if (places?.names.includes(column)) return 'left out: names the places, which the site does itself';
  const isCode = column.type === 'string' || /\b(code|iso|m49)\b/i.test(column.heading);
  if (!isCode) return undefined;
  const earlier = all.slice(0, all.indexOf(column)).filter(({ type }) => type === 'string');
  const twin = [...(places ? [places.column] : []), ...(year ? [year] : []), ...earlier].find(
    (other) => other !== column && !places?.names.includes(other) && sayTheSame(other, column),
  );
  if (twin) return `left out: goes together with ${quote(twin.heading)}`;
  const [first] = column.values;
  if (column.values.length > 1 && column.values.every((value) => value === first))
    return `left out: ${quote(String(first))} in all rows`;
  return undefined;
}

/** Each name once; the second “value” is value_2. */
export function uniqueNames(
  kept: readonly ReadColumn[],
  names: ReadonlyMap<ReadColumn, string>,
): Map<ReadColumn, string> {
  const used = new Set<string>();
  return new Map(
    kept.map((column) => {
      const name = names.get(column) ?? 'value';
      let free = name;
      for (let n = 2; used.has(free); n += 1) free = `${name}_${n}`;
      used.add(free);
      return [column, free];
    }),
  );
}

/** A heading as a name of a field; empty where no Latin letter is in it. */
const slug = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/_+$/, '');
