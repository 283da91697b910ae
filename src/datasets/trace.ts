import type { Row, Version } from './release.ts';

/** Where a number on a page comes from. */
export interface Trace {
  dataset: string;
  version: Version;
  /** The key of its row: the values that tell it apart, as text. */
  row: ReadonlyMap<string, string>;
  field: string;
}

/**
 * A trace, or a part of one, as the attribute `data-from` of pages says it:
 * `out-of-pocket-share/1.1.0 place=LAO year=2022 #value`. In a table the parts
 * stand where they hold: on the table, the head of a column, the row.
 */
export function writeTrace({
  dataset,
  version,
  row = new Map(),
  field,
}: Partial<Omit<Trace, 'dataset'>> & { dataset?: string }): string {
  return [
    ...(dataset === undefined ? [] : [`${dataset}/${version}`]),
    ...[...row].map(([name, value]) => `${name}=${value.replace(/[\s%]/g, encodeURIComponent)}`),
    ...(field === undefined ? [] : [`#${field}`]),
  ].join(' ');
}

/** Reads the parts that hold of a number together, the outermost first. */
export function readTrace(...parts: readonly (string | undefined)[]): Partial<Trace> {
  const trace: Partial<Trace> & { row: Map<string, string> } = { row: new Map() };
  for (const word of parts.flatMap((part) => part?.split(' ') ?? [])) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (name !== undefined && value !== undefined) trace.row.set(name, decodeURIComponent(value));
    else if (word.startsWith('#')) trace.field = word.slice(1);
    else [trace.dataset = '', trace.version = ''] = word.split('/');
  }
  return trace;
}

/** The values of some fields of a row, as text; those that it lacks are left out. */
export const keyOf = (row: Row | undefined, fields: readonly string[]): Map<string, string> =>
  new Map(
    fields.flatMap((name) => {
      const value = row?.[name];
      return value === null || value === undefined ? [] : [[name, String(value)] as const];
    }),
  );
