import type { Cell, Release } from './release.ts';

/**
 * The rows as CSV (RFC 4180, UTF-8, CRLF): a header of field names, values as
 * published. Text that a spreadsheet would run as a formula is kept as text by
 * an apostrophe before it.
 */
export function toCsv({ fields, rows }: Pick<Release, 'fields' | 'rows'>): string {
  const lines = [
    fields.map(({ name }) => name),
    ...rows.map((row) => fields.map(({ name }) => cell(row[name] ?? null))),
  ];
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

const cell = (value: Cell): string => {
  if (value === null) return '';
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as CSV with lines of comment above, each after a “#” (as in the W3C's
 * Model for Tabular Data, https://www.w3.org/TR/tabular-data-model/), and a byte
 * order mark, by which spreadsheets know that they are in UTF-8.
 */
export const toCommentedCsv = (
  table: Pick<Release, 'fields' | 'rows'>,
  comments: readonly string[],
): string => `\u{feff}${comments.map((text) => `# ${comment(text)}\r\n`).join('')}${toCsv(table)}`;

/** A spreadsheet cuts comments at commas, too: a piece of one must not become a formula or open a quotation. */
const comment = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('"', "'")
    .replace(/([,;] ?)(?=[=+\-@])/g, "$1'");
