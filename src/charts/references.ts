import type { PropertyPath } from '../source/index.ts';
import { fieldsOfExpression } from './expressions.ts';

/** A field by its name, and where the name stands in the part of the spec. */
export interface Reference {
  name: string;
  path: PropertyPath;
  /** Set when the name could not be read: what is wrong with the expression. */
  problem?: string;
}

// The expressions of guides speak of ticks and labels, not of rows.
const guides = new Set(['axis', 'legend', 'header', 'labelExpr']);

/**
 * All fields that a part of a spec reads: under `field`, and as `datum.…` in
 * expressions. `renamed` gives the key in the file where the caller has put a
 * value under another.
 */
export function referencesIn(
  part: unknown,
  path: PropertyPath,
  renamed: Record<string, string> = {},
): Reference[] {
  if (Array.isArray(part)) return part.flatMap((each, index) => referencesIn(each, [...path, index]));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]): Reference[] => {
    const here = [...path, renamed[key] ?? key];
    if (guides.has(key)) return [];
    if (key === 'field') return typeof value === 'string' ? [{ name: value, path: here }] : [];
    const isExpression = typeof value === 'string' && ['expr', 'test', 'filter', 'not'].includes(key);
    if (isExpression) return ofExpression(value, here);
    if ((key === 'and' || key === 'or') && Array.isArray(value)) {
      return value.flatMap((each, index) =>
        typeof each === 'string'
          ? ofExpression(each, [...here, index])
          : referencesIn(each, [...here, index]),
      );
    }
    return referencesIn(value, here);
  });
}

function ofExpression(text: string, path: PropertyPath): Reference[] {
  const read = fieldsOfExpression(text);
  return 'problem' in read
    ? [{ name: text, path, problem: read.problem }]
    : read.fields.map((name) => ({ name, path }));
}
