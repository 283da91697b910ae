import { measures, type Release, type Row } from '../datasets/index.ts';

/** A value of a release, with the row that it stands in. */
export interface Known {
  row: Row;
  field: string;
  value: number;
}

const indexes = new WeakMap<Release, Map<number, Map<string, Known[]>>>();

/** The values of a release that are written so when rounded to some decimals: “28.7” finds 28.71 and 28.66. */
export function valuesWritten(release: Release, written: string): readonly Known[] {
  const decimals = written.split('.')[1]?.length ?? 0;
  const byDecimals = indexes.get(release) ?? new Map<number, Map<string, Known[]>>();
  indexes.set(release, byDecimals);
  let index = byDecimals.get(decimals);
  if (!index) {
    index = new Map();
    byDecimals.set(decimals, index);
    for (const { name } of measures(release))
      for (const row of release.rows) {
        const value = row[name];
        if (typeof value !== 'number') continue;
        const key = rounded(value, decimals);
        const known = index.get(key) ?? [];
        index.set(key, known);
        known.push({ row, field: name, value });
      }
  }
  return index.get(written) ?? [];
}

/** As readers would round it: half away from zero, of the decimal number that was published. */
export const rounded = (value: number, decimals: number): string =>
  (Math.sign(value) * Number(`${Math.round(Number(`${Math.abs(value)}e${decimals}`))}e-${decimals}`)).toFixed(
    decimals,
  );

/** The row of another release with the same key. */
export const sameRow = (release: Release, row: Row): Row | undefined =>
  release.rows.find((each) => release.primaryKey.every((name) => each[name] === row[name]));

/** The `<Stat>` that shows a value, as an author writes it. */
export function statFor(release: Release, { row, field }: Known): string {
  const several = measures(release).length > 1;
  const selection = release.primaryKey.map((name) => `${name}="${row[name]}"`);
  return `<Stat ${[`data="${release.dataset}"`, ...selection, ...(several ? [`field="${field}"`] : [])].join(' ')} />`;
}
