import { z } from 'zod';
import { Failure } from '../../diagnostics/index.ts';
import { parseJson } from '../../source/index.ts';
import { type Grid, gridOf } from './grid.ts';
import { isWorldBank, readWorldBank } from './world-bank.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowsSchema = z.array(z.record(z.string(), cell)).min(1);
const wrappedSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  rows: rowsSchema.optional(),
  data: rowsSchema.optional(),
});

/** Reads JSON: a list of rows, a list under “rows” or “data”, or an answer of the World Bank's API. */
export function readJson(bytes: Uint8Array): Grid {
  const text = new TextDecoder().decode(bytes);
  const problems: string[] = [];
  const raw = parseJson({ path: '', text }, z.unknown(), ({ line, column, message, hint }) =>
    problems.push(`Line ${line}, column ${column}: ${message} ${hint}`),
  );
  if (!raw) throw new Failure(problems.join('\n'));
  if (isWorldBank(raw.value)) return readWorldBank(raw.value);
  const bare = rowsSchema.safeParse(raw.value);
  const wrapped = wrappedSchema.safeParse(raw.value);
  const rows = bare.data ?? wrapped.data?.rows ?? wrapped.data?.data;
  if (!rows) throw new Failure(misfit(raw.value));
  const { title, description } = wrapped.data ?? {};
  return {
    format: 'JSON rows',
    ...gridOf(rows),
    proposal: { ...(title ? { title } : {}), ...(description ? { description } : {}) },
    remarks: [],
  };
}

/** What keeps a value from being rows, with the place of the first cell that is none. */
function misfit(value: unknown): string {
  const inside = value as { rows?: unknown; data?: unknown };
  const rows = Array.isArray(value) ? value : (inside?.rows ?? inside?.data);
  const need =
    'What can be imported is a list of rows, each a group of “name: value” with text, numbers or true and false';
  if (!Array.isArray(rows) || rows.length === 0) return `There are no rows in this file. ${need}.`;
  const issue = rowsSchema.safeParse(rows).error?.issues[0];
  const [row, name] = issue?.path ?? [];
  const where =
    typeof row === 'number' ? `Row ${row + 1}${name === undefined ? '' : `, “${String(name)}”`}` : 'The list';
  return `${where} holds something else than a value. ${need}.`;
}
