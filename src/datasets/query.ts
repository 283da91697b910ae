import type { Release, Row } from './release.ts';

/** Which rows are meant: for each field the values that it may have, as text. */
export type Selection = ReadonlyMap<string, readonly string[]>;

/** The rows that a selection leaves, in the order of the release. */
export function selectRows({ rows }: Pick<Release, 'rows'>, selection: Selection): Row[] {
  const conditions = [...selection];
  return rows.filter((row) =>
    conditions.every(([field, values]) => values.includes(String(row[field] ?? ''))),
  );
}

/** The values of an attribute such as `"LAO, KHM"`. */
export const listed = (attribute: string): string[] =>
  attribute
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** The measures of a release: the fields that hold its numbers. */
export const measures = ({ fields }: Pick<Release, 'fields'>) =>
  fields.filter(({ kind }) => kind === 'measure');

/** The values that a field takes in some rows, each once, in the order of the rows. */
export const valuesOf = (rows: readonly Row[], field: string): string[] => [
  ...new Set(
    rows.flatMap((row) => (row[field] === null || row[field] === undefined ? [] : [String(row[field])])),
  ),
];
