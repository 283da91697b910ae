import { Failure } from '../../diagnostics/index.ts';
import type { Grid } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readExcel } from './read-excel.ts';
import { readJson } from './read-json.ts';

/** Reads a file as what its first bytes say that it is: an Excel workbook, JSON or CSV. */
export async function readGrid(
  bytes: Uint8Array,
  { sheet }: { sheet?: string | undefined } = {},
): Promise<Grid> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).replace(/^ï»¿/, '').trimStart();
  if (start === '') throw new Failure('There is nothing in this file.');
  if (start.startsWith('PK')) return readExcel(bytes, sheet);
  if (start.startsWith('ÐÏ\u0011à'))
    throw new Failure('This is an old Excel file (.xls). Open it, and save it as “Excel workbook (.xlsx)”.');
  if (start.startsWith('%PDF')) throw new Failure('This is a PDF. Copy its table into a spreadsheet first.');
  if (/^<(!doctype|html|\?xml)/i.test(start))
    throw new Failure(
      'This is a web page, no table. Look for the address of the file itself, which a “download” link has.',
    );
  return /^[[{]/.test(start) ? readJson(bytes) : readCsv(bytes);
}
