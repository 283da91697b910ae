/** A cell as its file has it; the days of spreadsheets are text such as 2025-03-26. */
export type RawCell = string | number | boolean | null;

/** What a file says of its own data, offered to whoever imports it. */
export interface Proposal {
  title?: string;
  description?: string;
  sourceTitle?: string;
  sourceUrl?: string;
  sourceVersion?: string;
  /** Units in words, by the heading of their column. */
  units?: ReadonlyMap<string, string>;
}

/** A file as rows and columns, before any of it is understood. */
export interface Grid {
  /** What was recognised, in words: “CSV, separated by semicolons”. */
  format: string;
  rows: readonly (readonly RawCell[])[];
  /** Where a cell stands, as a person finds it: “line 5, column 3”, “C5”. Both count from 0 here. */
  place(row: number, column: number): string;
  proposal: Proposal;
  /** What its importer should know of the reading. */
  remarks: readonly string[];
}

/** Rows as a grid, their keys as headings. */
export function gridOf(rows: readonly Readonly<Record<string, RawCell>>[]): Pick<Grid, 'rows' | 'place'> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    rows: [names, ...rows.map((row) => names.map((name) => row[name] ?? null))],
    place: (row, column) => `row ${row}, “${names[column]}”`,
  };
}
