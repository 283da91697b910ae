import { createHash } from 'node:crypto';
import { didYouMean, quote, type Report } from '../diagnostics/index.ts';
import { limits, type PropertyPath, type Sourced } from '../source/index.ts';
import { verifyMap } from './map/verify-map.ts';
import { unfitting } from './patterns.ts';
import { type Cell, type ReleaseFile, rowsIn } from './release.ts';

/** `sha256:` and the hexadecimal SHA-256 of a text in UTF-8, as the Data Package standard writes hashes. */
export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

type FieldRule = ReleaseFile['schema']['fields'][number];

/**
 * Holds the rows of a release against its own schema: known fields, types,
 * constraints, categories, and a key that no two rows share. Of a map, the outlines too.
 */
export function verifyRows(source: Sourced<ReleaseFile>, report: Report): void {
  const { value: release, file, at } = source;
  const { fields, primaryKey } = release.schema;
  const byName = new Map(fields.map((field) => [field.name, field]));
  let told = 0;
  const error = (rule: string, path: PropertyPath, message: string, hint: string) => {
    told += 1;
    if (told > limits.findings) return;
    report({ rule, severity: 'error', file: file.path, ...at(path), message, hint });
  };

  for (const [n, name] of primaryKey.entries()) {
    if (byName.has(name)) continue;
    error(
      'data-key',
      ['schema', 'primaryKey', n],
      `The key names ${quote(name)}, which is no field.`,
      didYouMean(name, byName.keys(), 'fields'),
    );
  }

  const strangers = new Map(
    fields.flatMap(({ name, constraints }, n) => {
      if (!constraints?.pattern) return [];
      const own = rowsIn(release).flatMap(({ row }) => (row[name] === null ? [] : String(row[name])));
      const found = unfitting(constraints.pattern, new Set(own));
      if (found) return [[name, found]];
      error(
        'data-value',
        ['schema', 'fields', n, 'constraints', 'pattern'],
        `It takes too long to find out which values of ${quote(name)} fit this pattern.`,
        'Write a simpler one, without repetitions within repetitions.',
      );
      return [];
    }),
  );

  const seen = new Map<string, number>();
  for (const [n, { row, path }] of rowsIn(release).entries()) {
    for (const name of Object.keys(row)) {
      if (byName.has(name)) continue;
      error(
        'data-field',
        [...path, name],
        `Row ${n + 1} has ${quote(name)}, which is no field of the schema.`,
        didYouMean(name, byName.keys(), 'fields'),
      );
    }
    for (const field of fields) {
      const problem = misfit(row[field.name] ?? null, field, strangers.get(field.name));
      if (problem) {
        const message = `Row ${n + 1}: ${quote(field.name)} ${problem}.`;
        error(
          'data-value',
          [...path, field.name],
          message,
          'Correct the value, or the schema if the value is right.',
        );
      }
    }
    const key = JSON.stringify(primaryKey.map((name) => row[name] ?? null));
    const twin = seen.get(key);
    if (twin !== undefined && primaryKey.every((name) => byName.has(name))) {
      const shared = primaryKey.map((name) => `${name} ${row[name]}`).join(', ');
      error(
        'data-key',
        path,
        `Rows ${twin + 1} and ${n + 1} share the key ${shared}.`,
        'A key may stand once: remove one of the rows, or add a field to “primaryKey”.',
      );
    }
    seen.set(key, n);
  }
  verifyMap(source, report);
}

/** What is wrong with a value, as the end of a sentence; nothing when it fits. */
function misfit(
  value: Cell,
  { type, constraints, categories }: FieldRule,
  strangers: ReadonlySet<string> | undefined,
): string | undefined {
  if (value === null) return constraints?.required ? 'is missing, and it is required' : undefined;
  if (!hasType(value, type)) return `must be ${typeNames[type]}, and is ${JSON.stringify(value)}`;
  if (categories && !categories.includes(String(value)))
    return `is ${quote(String(value))}, which is none of its categories`;
  if (typeof value === 'number') {
    if (constraints?.minimum !== undefined && value < constraints.minimum)
      return `is ${value}, below the minimum of ${constraints.minimum}`;
    if (constraints?.maximum !== undefined && value > constraints.maximum)
      return `is ${value}, above the maximum of ${constraints.maximum}`;
  }
  if (strangers?.has(String(value))) return `is ${quote(String(value))}, which does not fit the pattern`;
  return undefined;
}

const typeNames = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  year: 'a year',
  date: 'a day such as 2025-03-26',
} satisfies Record<FieldRule['type'], string>;

function hasType(value: Exclude<Cell, null>, type: FieldRule['type']): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'year':
      return Number.isInteger(value) && Math.abs(Number(value)) <= 9999;
    case 'date':
      return (
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      );
  }
}
