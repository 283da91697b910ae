import { didYouMean, quote } from '../../diagnostics/index.ts';
import { placeType, type Row } from '../release.ts';
import type { FieldRule, Schema } from './guess-field.ts';

/** The first fields that tell all rows apart: those of the last release; else place and year, then each category, then text. */
export function guessKey(
  fields: readonly FieldRule[],
  rows: readonly Row[],
  last: Schema | undefined,
): readonly string[] {
  const names = fields.map(({ name }) => name);
  if (last?.primaryKey.every((name) => names.includes(name))) return last.primaryKey;
  const rank = ({ rdfType, type, categories }: FieldRule) =>
    rdfType === placeType
      ? 0
      : type === 'year' || type === 'date'
        ? 1
        : categories
          ? 2
          : type === 'string'
            ? 3
            : 4;
  const candidates = fields.filter((field) => rank(field) < 4).sort((a, b) => rank(a) - rank(b));
  const least = Math.max(1, candidates.filter((field) => rank(field) < 2).length);
  for (let length = least; length <= candidates.length; length += 1) {
    const key = candidates.slice(0, length).map(({ name }) => name);
    if (new Set(rows.map((row) => keyOf(row, key))).size === rows.length) return inOrder(key, names);
  }
  return inOrder(
    candidates.filter((field) => rank(field) < 3).map(({ name }) => name),
    names,
  );
}

const inOrder = (key: readonly string[], names: readonly string[]): string[] =>
  names.filter((name) => key.includes(name));

const keyOf = (row: Row, key: readonly string[]): string =>
  JSON.stringify(key.map((name) => row[name] ?? null));

/** Each row must have a key, and its own. */
export function checkKey(
  key: readonly string[],
  fields: readonly FieldRule[],
  rows: readonly Row[],
  { place, problem }: { place(row: number, field: string): string; problem(text: string): void },
): void {
  const names = fields.map(({ name }) => name);
  for (const name of key)
    if (!names.includes(name))
      problem(`The key names ${quote(name)}, which is no field. ${didYouMean(name, names, 'fields')}`);
  if (key.length === 0) {
    problem('No column tells the rows apart. A table needs a place, a year, or a text in each row.');
    return;
  }
  const seen = new Map<string, number>();
  for (const [n, row] of rows.entries()) {
    const empty = key.find((name) => names.includes(name) && (row[name] ?? null) === null);
    if (empty !== undefined)
      problem(
        `${place(n, empty)}: ${quote(empty)} is empty, and each row needs it. Where cells are merged, take them apart and write the value into each.`,
      );
    const twin = seen.get(keyOf(row, key));
    if (twin !== undefined) {
      const shared = key.map((name) => `${name} ${row[name]}`).join(', ');
      const [first = ''] = key;
      problem(
        `${place(twin, first)} and ${place(n, first)}: two rows share ${shared}. Take one out, or name more columns that tell rows apart: --key ${[...key, '…'].join(',')}`,
      );
    }
    seen.set(keyOf(row, key), n);
  }
}
