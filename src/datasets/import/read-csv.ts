import { Failure } from '../../diagnostics/index.ts';
import type { Grid } from './grid.ts';

const separators: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright bars',
};

/** Reads CSV (RFC 4180) with whatever separates its cells, in UTF-8, UTF-16 with a byte order mark, or Windows-1252. */
export async function readCsv(bytes: Uint8Array): Promise<Grid> {
  const { text, remarks } = decode(bytes);
  const { default: papa } = await import('papaparse');
  const parsed = papa.parse<string[]>(text, { delimitersToGuess: Object.keys(separators) });
  const rows = parsed.data;
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  // A cell may hold line breaks, so lines are counted apart from rows.
  const lines: number[] = [];
  let line = 1;
  for (const row of rows) {
    lines.push(line);
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  const place = (row: number, column: number) => `line ${lines[row]}, column ${column + 1}`;
  if (broken)
    throw new Failure(
      `Line ${lines[broken.row ?? 0] ?? 1}: a quotation mark is opened and not closed, or stands inside a cell. Two marks ("") write one inside a cell that is in quotation marks.`,
    );
  return {
    format: `CSV, separated by ${separators[parsed.meta.delimiter] ?? 'commas'}`,
    rows,
    place,
    proposal: {},
    remarks,
  };
}

function decode(bytes: Uint8Array): { text: string; remarks: string[] } {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), remarks: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      remarks: [
        'The file is not in UTF-8, and was read as Windows-1252 (Western European). Look whether all letters are right; if not, save it as UTF-8.',
      ],
    };
  }
}
