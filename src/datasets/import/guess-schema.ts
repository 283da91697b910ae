import { quote } from '../../diagnostics/index.ts';
import type { Cell, Row } from '../release.ts';
import { findPlaces, type WantedPlaces } from './find-places.ts';
import type { Grid } from './grid.ts';
import { describe, type FieldRule, fieldOf, giveUnit, type Schema, wordsOf } from './guess-field.ts';
import { checkKey, guessKey } from './guess-key.ts';
import { findYear, nameColumns, uniqueNames, whyLeftOut } from './name-columns.ts';
import type { DecimalMark } from './numbers.ts';
import { type ReadColumn, readColumn } from './read-column.ts';
import { findTable, type PlacedCell } from './table.ts';

/** What whoever imports a file can say of it. */
export interface Told {
  /** The row of headings, from 1. */
  headings?: number | undefined;
  /** The mark before decimals. */
  decimal?: DecimalMark | undefined;
  places?: WantedPlaces | undefined;
  /** A name for each column that was found, in order; `-` leaves it out. */
  fields?: readonly string[] | undefined;
  key?: readonly string[] | undefined;
  /** The unit of the only measure: a CLDR unit or a currency. */
  unit?: string | undefined;
}

/** A column of the file, and the field that it became. */
export interface FoundColumn {
  heading: string;
  /** The field's name; none where the column is left out. */
  field?: string;
  /** What it holds, or why it is left out. */
  holds: string;
}

/** What was found in a file. With a problem it cannot be imported. */
export interface Found {
  columns: readonly FoundColumn[];
  schema: Schema;
  rows: readonly Row[];
  /** Words of the fields, from the headings, with their units in words. */
  words: ReadonlyMap<string, { title: string; unit?: string }>;
  /** The names that the file has for places, by code. */
  placeNames: ReadonlyMap<string, string>;
  remarks: readonly string[];
  problems: readonly string[];
}

/**
 * Guesses what the columns of a file are: places, years, categories, measures with their units, and the
 * key that tells its rows apart. What the last release has by the same name stays as it is there.
 */
export function guessSchema(
  grid: Grid,
  {
    told = {},
    last,
    knownPlace,
  }: { told?: Told; last?: Schema | undefined; knownPlace(code: string): boolean },
): Found {
  const remarks: string[] = [...grid.remarks];
  const problems: string[] = [];
  const remark = (text: string) => remarks.push(text);
  const problem = (text: string) => problems.push(text);
  const place = ({ row, column }: PlacedCell) => grid.place(row, column);

  const table = findTable(grid, told.headings);
  remarks.push(...table.remarks);
  const all = table.columns.map((column) =>
    readColumn(column, { mark: told.decimal, place, problem, remark }),
  );
  if (told.fields && told.fields.length !== all.length)
    problem(
      `--fields gives ${told.fields.length} names, and there are ${all.length} columns: ${all.map(({ heading }) => quote(heading)).join(', ')}. A hyphen leaves a column out.`,
    );
  const places = findPlaces(all, { wanted: told.places, known: knownPlace, place, problem, remark });
  const year = findYear(all);
  const names = nameColumns(all, { told: told.fields, last, places, year });
  const leftOut = (column: ReadColumn): string | undefined =>
    told.fields
      ? names.get(column) === '-'
        ? 'left out'
        : undefined
      : whyLeftOut(column, all, { places, year, last, name: names.get(column) ?? '' });

  const kept = all.filter((column) => leftOut(column) === undefined);
  const taken = uniqueNames(kept, names);
  const wantedRows = [...(all[0]?.values.keys() ?? [])].filter(
    (row) => !places || !kept.includes(places.column) || places.codes[row] !== undefined,
  );
  const cellOf = (column: ReadColumn, row: number): Cell => {
    if (column === places?.column) return places.codes[row] ?? null;
    return column.values[row] ?? null;
  };
  const rows = wantedRows.map((row) =>
    Object.fromEntries(kept.map((column) => [taken.get(column) ?? '', cellOf(column, row)])),
  );
  const words = new Map(kept.map((column) => [taken.get(column) ?? '', wordsOf(column, grid)]));
  const guessed = kept.map((column): FieldRule => {
    const name = taken.get(column) ?? '';
    const before = last?.fields.find((field) => field.name === name);
    const values = rows.map((row) => row[name] ?? null);
    return fieldOf(column, {
      name,
      before,
      values,
      isPlace: column === places?.column,
      isYear: column === year,
      unit: words.get(name)?.unit,
    });
  });
  giveUnit(guessed, told.unit, problem);
  const primaryKey = told.key ?? guessKey(guessed, rows, last);
  checkKey(primaryKey, guessed, rows, {
    place: (n, name) => {
      const column = kept.find((each) => taken.get(each) === name);
      const cell = column?.cells[wantedRows[n] ?? 0];
      return cell ? place(cell) : `row ${n + 1}`;
    },
    problem,
  });
  const fields = guessed.map((field) =>
    primaryKey.includes(field.name)
      ? { ...field, constraints: { required: true, ...field.constraints } }
      : field,
  );
  return {
    columns: all.map((column) => {
      const why = leftOut(column);
      const field = fields.find(({ name }) => name === taken.get(column));
      return why !== undefined || !field
        ? { heading: column.heading, holds: why ?? 'left out' }
        : { heading: column.heading, field: field.name, holds: describe(field, rows, primaryKey) };
    }),
    schema: { fields, primaryKey: [...primaryKey] },
    rows,
    words,
    placeNames: places?.named ?? new Map(),
    remarks,
    problems,
  };
}
