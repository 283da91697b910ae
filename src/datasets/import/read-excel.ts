import { didYouMean, Failure, quote } from '../../diagnostics/index.ts';
import { limits } from '../../source/index.ts';
import type { Grid, RawCell } from './grid.ts';
import { unpackedSize } from './unpacked-size.ts';

/** Reads one sheet of an Excel workbook (.xlsx): the first, or the one that is named. */
export async function readExcel(bytes: Uint8Array, sheet?: string): Promise<Grid> {
  if (unpackedSize(bytes, limits.unpacked) > limits.unpacked)
    throw new Failure(
      `The workbook is larger than ${limits.unpacked / 1e6} MB when it is unpacked. Take out the sheets that are not needed.`,
    );
  const { default: readWorkbook } = await import('read-excel-file/node');
  // `trim: false` keeps cells as they are.
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false }).catch((error: unknown) => {
    throw new Failure(
      `The workbook cannot be read (${error instanceof Error ? error.message : error}). Open it, save it as “Excel workbook (.xlsx)” and try again.`,
    );
  });
  const names = sheets.map((each) => each.sheet);
  const chosen = sheet === undefined ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  if (!chosen)
    throw new Failure(`There is no sheet ${quote(sheet ?? '')}. ${didYouMean(sheet ?? '', names, 'sheets')}`);
  const others = names.filter((name) => name !== chosen.sheet);
  return {
    format: `Excel, sheet ${quote(chosen.sheet)}`,
    rows: (chosen.data as unknown[][]).map((row) => row.map(rawCell)),
    place: (row, column) => `${letters(column)}${row + 1}`,
    proposal: {},
    remarks:
      sheet === undefined && others.length > 0
        ? [`Other sheets were left out: ${others.join(', ')}. --sheet names one.`]
        : [],
  };
}

const rawCell = (cell: unknown): RawCell => {
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T');
    return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 8)}`;
  }
  return cell === undefined ? null : (cell as RawCell);
};

/** The name of a column in a spreadsheet: A … Z, AA … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
