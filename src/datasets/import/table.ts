import { Failure, quote } from '../../diagnostics/index.ts';
import type { Grid, RawCell } from './grid.ts';
import { isMissing } from './numbers.ts';

/** A cell, and where it stands in the grid. */
export interface PlacedCell {
  value: RawCell;
  row: number;
  column: number;
}

/** A column of a table: its heading and a cell for each row. */
export interface TableColumn {
  heading: string;
  cells: readonly PlacedCell[];
}

/** A table with one row of headings and one value a cell, as data are published. */
export interface Table {
  columns: readonly TableColumn[];
  remarks: readonly string[];
}

/**
 * Finds the table in a grid: its row of headings (`headings` counts from 1, where a person names it),
 * without titles above and sources below; a column for each year becomes a row for each.
 */
export function findTable(grid: Grid, headings?: number): Table {
  const rows = grid.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.trim() || null : cell)),
  );
  const top = headings === undefined ? guessHeadings(rows) : headings - 1;
  const heads = rows[top]?.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' '))) ?? [];
  const remarks: string[] = [];
  const said = (from: number, to: number) =>
    rows
      .slice(from, to)
      .map((row) => row.filter((cell) => cell !== null).join(' '))
      .filter((text) => text !== '')
      .map(quote)
      .join(', ');
  if (said(0, top) !== '') remarks.push(`Above the headings, and left out: ${said(0, top)}.`);

  const isNote = (row: readonly RawCell[]) =>
    count(row) === 0 || (heads.length > 2 && count(row) === 1 && row[0] !== null);
  const end = rows.findLastIndex((row) => !isNote(row)) + 1;
  if (end <= top + 1) throw new Failure('There are no rows under the headings.');
  if (said(end, rows.length) !== '') remarks.push(`Below the rows, and left out: ${said(end, rows.length)}.`);

  const body = rows.slice(top + 1, end).flatMap((row, n) => (count(row) === 0 ? [] : [top + 1 + n]));
  checkShape(grid, rows, { top, heads, body });
  const columns = heads.flatMap((heading, column) => {
    const cells = body.map((row) => ({ value: rows[row]?.[column] ?? null, row, column }));
    return heading === '' ? [] : [{ heading, cells }];
  });
  const twice = columns.find(({ heading }, n) =>
    columns.slice(0, n).some((other) => other.heading === heading && yearOf(heading) !== undefined),
  );
  if (twice)
    throw new Failure(
      `${grid.place(top, twice.cells[0]?.column ?? 0)}: the year ${twice.heading} stands in two headings. Where headings stand in two rows, write them in one row, a heading for each column.`,
    );
  return { columns: meltYears(columns, remarks), remarks };
}

const count = (row: readonly RawCell[]): number => row.filter((cell) => cell !== null).length;

/** The first row that is about as full as the fullest of the beginning. */
function guessHeadings(rows: readonly (readonly RawCell[])[]): number {
  const fullest = Math.max(0, ...rows.slice(0, 50).map(count));
  const found = rows.findIndex((row) => count(row) > 0 && count(row) >= fullest * 0.6);
  if (found < 0) throw new Failure('There is nothing in this file.');
  return found;
}

/** Stops at headings that are none, at values without a heading, and at cells beyond the last. */
function checkShape(
  { place }: Grid,
  rows: readonly (readonly RawCell[])[],
  { top, heads, body }: { top: number; heads: readonly string[]; body: readonly number[] },
): void {
  // A number that is no year is a value, so the headings are missing, and their row would be lost as data.
  if (heads.some((heading) => /^[+-]?[\d.,\s]+%?$/.test(heading) && yearOf(heading) === undefined))
    throw new Failure(
      `${place(top, 0)}: this row holds values where headings are expected. Write a row of headings above the values, or name the row with --headings.`,
    );
  for (const row of body) {
    for (const [column, cell] of (rows[row] ?? []).entries()) {
      if (cell === null || heads[column]) continue;
      throw new Failure(
        column >= heads.length
          ? `${place(row, column)}: there are more cells here than headings. A text that holds the separator needs quotation marks around it.`
          : `${place(top, column)}: this column has values (${quote(String(cell))} at ${place(row, column)}) and no heading. Where headings stand in two rows or in merged cells, write them in one row, a heading for each column.`,
      );
    }
  }
}

/** `2010`, or the World Bank's `2010 [YR2010]`. */
export const yearOf = (text: string): number | undefined => {
  const year = /^(1[5-9]\d\d|2[01]\d\d)(?: \[YR\1\])?$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
};

/** A table with a column for each year as one with a row for each; years without a value are left out. */
function meltYears(columns: readonly TableColumn[], remarks: string[]): readonly TableColumn[] {
  const years = columns.filter(({ heading }) => yearOf(heading) !== undefined);
  if (years.length < 2) return columns;
  const others = columns.filter((column) => !years.includes(column));
  const rows = (years[0]?.cells ?? []).flatMap((_, n) =>
    years.flatMap(({ heading, cells }) => {
      const cell = cells[n];
      if (!cell || cell.value === null || (typeof cell.value === 'string' && isMissing(cell.value)))
        return [];
      return [{ cell, year: { ...cell, value: yearOf(heading) ?? null }, n }];
    }),
  );
  const empty = (years[0]?.cells.length ?? 0) * years.length - rows.length;
  remarks.push(
    `Years stood in columns (${years[0]?.heading} to ${years.at(-1)?.heading}), and became rows${empty > 0 ? `; cells without a value, ${empty} of ${empty + rows.length}, were left out` : ''}.`,
  );
  return [
    ...others.map(({ heading, cells }) => ({
      heading,
      cells: rows.flatMap(({ n }) => cells[n] ?? []),
    })),
    { heading: 'Year', cells: rows.map(({ year }) => year) },
    { heading: 'Value', cells: rows.map(({ cell }) => cell) },
  ];
}
