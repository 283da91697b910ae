import { didYouMean, quote } from '../../diagnostics/index.ts';
import { isCountry } from '../../i18n/index.ts';
import type { ReadColumn } from './read-column.ts';
import type { PlacedCell } from './table.ts';

/** The places to take, by the code or name that the file has for them, and the codes that the site has. */
export type WantedPlaces = ReadonlyMap<string, string>;

/** Which column holds the places, and the code of each row; undefined where the row is not wanted. */
export interface FoundPlaces {
  column: ReadColumn;
  codes: readonly (string | undefined)[];
  /** Columns that only name the same places. */
  names: readonly ReadColumn[];
  /** The names of the file, by code. */
  named: ReadonlyMap<string, string>;
}

const placeHeading =
  /\b(country|countries|place|location|area|entity|region|economy|pays|quốc gia|nước)\b|ປະເທດ|ប្រទេស/iu;

/** Reads `LAO, KHM, World=WLD`. */
export const readWantedPlaces = (text: string): WantedPlaces =>
  new Map(
    text.split(',').flatMap((part) => {
      const [own = '', code = own] = part.split('=').map((each) => each.trim());
      return own === '' ? [] : [[own, code] as const];
    }),
  );

/**
 * Finds the column of places: the one with ISO 3166-1 alpha-3 codes, else one that is headed as such.
 * Places that the site does not know are a problem, since every page that shows them would be wrong.
 */
export function findPlaces(
  columns: readonly ReadColumn[],
  {
    wanted,
    known,
    place,
    problem,
    remark,
  }: {
    wanted?: WantedPlaces | undefined;
    /** True for a code that the site can name. */
    known(code: string): boolean;
    /** Where a cell stands, in words. */
    place(cell: PlacedCell): string;
    problem(text: string): void;
    remark(text: string): void;
  },
): FoundPlaces | undefined {
  const texts = columns.filter(({ type }) => type === 'string');
  const column = texts.find(holdsCodes) ?? texts.find(({ heading }) => placeHeading.test(heading));
  if (!column) {
    if (wanted) problem('--places names places, and no column holds any.');
    return undefined;
  }
  const names = texts.filter((other) => other !== column && sayTheSame(column, other));
  const ownNames = column.values.map((code, row) => [
    code,
    ...names.map(({ values }) => values[row] ?? null),
  ]);
  const codes = ownNames.map((own) => {
    if (!wanted) return own[0] === null || own[0] === undefined ? undefined : String(own[0]);
    return own.flatMap((each) => (each === null ? [] : (wanted.get(String(each)) ?? [])))[0];
  });
  const named = new Map(
    codes.flatMap((code, row) => {
      const name = ownNames[row]?.at(-1);
      return code === undefined || typeof name !== 'string' || name === code ? [] : [[code, name] as const];
    }),
  );
  if (wanted) {
    const all = new Set(ownNames.flat().flatMap((each) => (each === null ? [] : [String(each)])));
    for (const own of wanted.keys())
      if (!all.has(own))
        problem(`--places names ${quote(own)}, which is not in the file. ${didYouMean(own, all, 'places')}`);
    const left = new Set(codes.flatMap((code, row) => (code === undefined ? [ownNames[row]?.at(-1)] : [])));
    if (left.size > 0)
      remark(left.size === 1 ? 'One other place was left out.' : `${left.size} other places were left out.`);
  }
  const unknown = new Set<string>();
  for (const [row, code] of codes.entries()) {
    if (code === undefined ? wanted : known(code)) continue;
    const own = (ownNames[row] ?? []).filter((each) => each !== null);
    const cell = column.cells[row];
    if (own.length > 0) unknown.add(wanted && code ? code : [...new Set(own)].reverse().join(' = '));
    else if (cell)
      problem(
        `${place(cell)}: the place is missing. Where cells are merged, take them apart and write the place into each row.`,
      );
  }
  if (unknown.size > 0) {
    const shown = [...unknown].slice(0, 12).map(quote);
    problem(
      `${unknown.size === 1 ? 'This place is' : `These ${unknown.size} places are`} not known to the site: ${shown.join(', ')}${unknown.size > shown.length ? ', …' : ''}. Name those to take, with their codes where the file has others: --places "LAO,KHM,World=WLD". A code that is no country (ISO 3166-1 alpha-3) also needs a line under “places” in content/site/site.yaml.`,
    );
  }
  return { column, codes, names, named };
}

function holdsCodes({ values }: ReadColumn): boolean {
  const all = new Set(values.flatMap((each) => (each === null ? [] : [String(each)])));
  const countries = [...all].filter((each) => isCountry(each) && /^[A-Z]{3}$/.test(each));
  return countries.length > 0 && countries.length * 2 >= all.size;
}

/** True where two columns always go together, so that one of them says nothing new. Empty cells of the first may have any partner. */
export function sayTheSame(one: ReadColumn, other: ReadColumn): boolean {
  const forth = new Map<unknown, unknown>();
  const back = new Map<unknown, unknown>();
  for (const [row, value] of one.values.entries()) {
    const partner = other.values[row] ?? null;
    if (back.has(partner) && back.get(partner) !== value) return false;
    back.set(partner, value);
    if (value === null) continue;
    if (forth.has(value) && forth.get(value) !== partner) return false;
    forth.set(value, partner);
  }
  // Where each value stands once, as in a column of remarks, that they go together means nothing.
  return placeHeading.test(other.heading) || (forth.size > 1 && forth.size < one.values.length);
}
