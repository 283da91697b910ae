/** Rows of text in columns, for a terminal; the first row is the headings. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  );
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

/** Places of a terminal that a text takes: marks above and below letters, as in Lao and Khmer, take none. */
const widthOf = (text: string): number => text.replace(/[\p{Mn}\p{Me}]/gu, '').length;

/** “1 row”, “2 rows”. */
export const counted = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
