import { quote } from '../../diagnostics/index.ts';
import type { Cell } from '../release.ts';
import { type DecimalMark, isMissing, readNumber, significantDigits } from './numbers.ts';
import { type PlacedCell, type TableColumn, yearOf } from './table.ts';

export type ColumnType = 'boolean' | 'date' | 'integer' | 'number' | 'string' | 'year';

/** A column whose cells were understood. */
export interface ReadColumn {
  heading: string;
  type: ColumnType;
  values: readonly Cell[];
  /** True where each number had a per cent sign. */
  percent: boolean;
  cells: readonly PlacedCell[];
}

export interface ReadingOptions {
  /** The mark before decimals, where somebody said which. */
  mark?: DecimalMark | undefined;
  /** Where a cell stands, in words. */
  place(cell: PlacedCell): string;
  /** What stops the import. */
  problem(text: string): void;
  remark(text: string): void;
}

/** Finds the type of a column in its cells. A column of numbers with something else in between is a problem, never text. */
export function readColumn(column: TableColumn, options: ReadingOptions): ReadColumn {
  const made = (type: ColumnType, values: readonly Cell[], percent = false): ReadColumn => ({
    ...column,
    type,
    values,
    percent,
  });
  const filled = column.cells.filter(({ value }) => value !== null);
  const texts = filled.map(({ value }) => String(value));
  const every = (fits: (text: string) => boolean) => texts.length > 0 && texts.every(fits);
  const each = (read: (text: string) => Cell) =>
    column.cells.map(({ value }) => (value === null ? null : read(String(value))));

  if (every((text) => /^(true|false)$/i.test(text)))
    return made(
      'boolean',
      each((text) => text.toLowerCase() === 'true'),
    );
  if (yearHeading.test(column.heading) && every((text) => yearOf(text) !== undefined))
    return made(
      'year',
      each((text) => yearOf(text) ?? null),
    );
  if (every(isDay)) return made('date', each(String));
  const numbers = readNumbers(column, options);
  if (numbers) return made(numbers.type, numbers.values, numbers.percent);
  if (yearHeading.test(column.heading) && texts.length > 0) {
    const odd = filled.find(({ value }) => yearOf(String(value)) === undefined);
    if (odd)
      options.remark(
        `${quote(column.heading)} is kept as text: ${quote(String(odd.value))} (${options.place(odd)}) is no year.`,
      );
  } else if (every((text) => /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text)))
    options.remark(
      `${quote(column.heading)} is kept as text: in ${quote(texts[0] ?? '')} the order of day and month is not known. Days are written 2025-03-26.`,
    );
  return made('string', each(String));
}

/** Headings of years, in the languages that tables for this region come in. */
export const yearHeading = /^(year|yr|time|period|date|année|ano|año|jahr|năm|ປີ|ឆ្នាំ|ปี|နှစ်)\b|^(ປີ|ឆ្នាំ|ปี|နှစ်)/iu;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The numbers of a column, if it is one of numbers; what stands for a missing value becomes null. */
function readNumbers(
  { heading, cells }: TableColumn,
  { mark, place, problem, remark }: ReadingOptions,
): (Pick<ReadColumn, 'values' | 'percent'> & { type: 'integer' | 'number' }) | undefined {
  const gaps = new Map<string, number>();
  const read = cells.map((cell) => {
    const { value } = cell;
    if (typeof value === 'number') return { cell, number: { value, percent: false } };
    const text = value === null ? '' : String(value);
    if (!isMissing(text)) return { cell, number: readNumber(text, mark), text };
    if (text !== '') gaps.set(text, (gaps.get(text) ?? 0) + 1);
    return { cell, number: null };
  });
  const filled = read.filter(({ number }) => number !== null);
  const good = filled.filter(({ number }) => number !== undefined);
  const codes = filled.some(({ text = '' }) => /^0\d/.test(text));
  if (codes || good.length === 0 || good.length * 2 < filled.length) return undefined;

  const others = `as the other ${good.length} cells of ${quote(heading)} are`;
  for (const { cell, number, text = '' } of filled) {
    if (number === undefined)
      problem(
        `${place(cell)}: ${quote(text)} is no number, ${others}. Correct it, empty the cell if the value is missing, or name the row of headings with --headings.`,
      );
    else if (number === 'comma')
      problem(
        `${place(cell)}: the comma in ${quote(text)} can stand before decimals or between thousands. Say which: --decimal , or --decimal .`,
      );
    else if (number && Number.isInteger(number.value) && !Number.isSafeInteger(number.value))
      problem(
        `${place(cell)}: ${quote(text || String(number.value))} is too large to be kept to its last digit.`,
      );
    else if (significantDigits(text) > 17)
      remark(`${place(cell)}: of the digits of ${quote(text)}, the first 17 are kept.`);
  }
  const numbers = filled.flatMap(({ cell, number }) =>
    number && number !== 'comma' ? [{ cell, ...number }] : [],
  );
  const percent = numbers.some((number) => number.percent);
  const bare = percent ? numbers.find((number) => !number.percent) : undefined;
  if (bare)
    problem(
      `${place(bare.cell)}: ${quote(String(bare.cell.value))} has no per cent sign, and other cells of ${quote(heading)} have one. Write all of them alike.`,
    );
  for (const [text, times] of gaps)
    remark(
      `${quote(text)} counts as a missing value in ${quote(heading)} (${times} ${times === 1 ? 'cell' : 'cells'}).`,
    );
  if (
    numbers.length > 4 &&
    numbers.every(({ value }) => value >= 0 && value <= 1) &&
    numbers.some(({ value }) => !Number.isInteger(value))
  )
    remark(
      `All values of ${quote(heading)} lie between 0 and 1. A spreadsheet may show such numbers as per cent; they are kept as they are stored.`,
    );
  return {
    type: numbers.every(({ value }) => Number.isInteger(value)) ? 'integer' : 'number',
    values: read.map(({ number }) => (number && number !== 'comma' ? number.value : null)),
    percent,
  };
}
