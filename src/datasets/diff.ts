import type { Cell, Field, Release, Row } from './release.ts';

/** One cell, or one property, before and after. */
export interface Change<T> {
  name: string;
  before: T;
  after: T;
}

/** A row that both releases have, with another value in some of its cells. */
export interface ChangedRow {
  /** The cells of the key, which name the row. */
  key: Row;
  cells: readonly Change<Cell>[];
}

/** What a release changes of an earlier one. */
export interface Difference {
  changed: readonly ChangedRow[];
  added: readonly Row[];
  gone: readonly Row[];
  /** Names of fields that are new, or gone. */
  newFields: readonly string[];
  goneFields: readonly string[];
  /** Fields of both that mean something else now: another kind, unit or definition. */
  changedFields: readonly Change<Pick<Field, 'kind' | 'unit' | 'description'>>[];
  /** The key, where it is another. Rows are then not compared. */
  key?: Change<readonly string[]>;
  /** The definition of the whole, where it is another. */
  description?: Change<string>;
  /** What else is said otherwise: title, sources, licence, notes. */
  about: readonly string[];
  /** Whether a map has other outlines. */
  outlines?: true;
}

type Compared = Pick<Release, 'fields' | 'rows' | 'map' | 'primaryKey' | 'about'>;

/** Compares two releases of a data set; rows are matched by their key, in whatever order they stand. */
export function compareReleases(before: Compared, after: Compared): Difference {
  const names = (release: Compared) => release.fields.map(({ name }) => name);
  const sameKey = same([...before.primaryKey].sort(), [...after.primaryKey].sort());
  const rows = sameKey ? compareRows(before, after) : { changed: [], added: [], gone: [] };
  return {
    ...rows,
    newFields: names(after).filter((name) => !names(before).includes(name)),
    goneFields: names(before).filter((name) => !names(after).includes(name)),
    changedFields: before.fields.flatMap((field) => {
      const now = after.fields.find(({ name }) => name === field.name);
      if (!now || same(meaning(field), meaning(now))) return [];
      return [{ name: field.name, before: meaning(field), after: meaning(now) }];
    }),
    ...(sameKey ? {} : { key: { name: 'primaryKey', before: before.primaryKey, after: after.primaryKey } }),
    ...(before.about.description === after.about.description
      ? {}
      : {
          description: {
            name: 'description',
            before: before.about.description,
            after: after.about.description,
          },
        }),
    about: (['title', 'language', 'sources', 'licenses', 'licenseNote', 'notes'] as const).filter(
      (name) => !same(before.about[name], after.about[name]),
    ),
    ...(same(before.map, after.map) ? {} : { outlines: true }),
  };
}

/** True when nothing is different, the order of rows aside. */
export const isSame = (difference: Difference): boolean =>
  Object.values(difference).every((each) => Array.isArray(each) && each.length === 0);

function compareRows(before: Compared, after: Compared): Pick<Difference, 'changed' | 'added' | 'gone'> {
  const { primaryKey } = before;
  const keyOf = (row: Row) => JSON.stringify(primaryKey.map((name) => row[name] ?? null));
  const old = new Map(before.rows.map((row) => [keyOf(row), row]));
  const kept = new Set<string>();
  const changed: ChangedRow[] = [];
  const added: Row[] = [];
  const compared = before.fields
    .map(({ name }) => name)
    .filter((name) => after.fields.some((field) => field.name === name));
  for (const row of after.rows) {
    const was = old.get(keyOf(row));
    if (!was) {
      added.push(row);
      continue;
    }
    kept.add(keyOf(row));
    const cells = compared
      .map((name) => ({ name, before: was[name] ?? null, after: row[name] ?? null }))
      .filter((cell) => cell.before !== cell.after);
    if (cells.length > 0)
      changed.push({ key: Object.fromEntries(primaryKey.map((name) => [name, row[name] ?? null])), cells });
  }
  return { changed, added, gone: before.rows.filter((row) => !kept.has(keyOf(row))) };
}

const meaning = ({ kind, unit, description }: Field): Pick<Field, 'kind' | 'unit' | 'description'> => ({
  kind,
  ...(unit === undefined ? {} : { unit }),
  ...(description === undefined ? {} : { description }),
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
