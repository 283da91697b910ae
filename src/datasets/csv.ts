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
