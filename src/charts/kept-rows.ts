import type { Row } from '../datasets/index.ts';
import type { PropertyPath } from '../source/index.ts';
import type { ChartSource } from './source.ts';
import { innerViews, markType, type Transform, type View } from './view.ts';

/** What a mark of a chart gets of a data set. */
export interface MarkRows {
  dataset: string;
  rows: readonly Row[];
  /** The last filter before the mark, or the mark. */
  path: PropertyPath;
}

/**
 * The rows that each mark of a chart gets, as far as can be told without
 * running Vega: filters that compare a field with values are applied, all
 * others let every row pass.
 */
export function rowsOfMarks(
  { spec }: ChartSource,
  rowsOf: (dataset: string) => readonly Row[] | undefined,
): MarkRows[] {
  const visit = (view: View, path: PropertyPath, around: MarkRows | undefined): MarkRows[] => {
    const name = view.data?.name;
    const rows = name === undefined ? undefined : rowsOf(name);
    let own = name === undefined ? around : rows && { dataset: name, rows, path: [...path, 'mark'] };
    for (const [index, transform] of (view.transform ?? []).entries()) {
      const test = own && filterOf(transform);
      if (!own || !test) break;
      own = { ...own, rows: own.rows.filter(test), path: [...path, 'transform', index] };
    }
    const inner = innerViews(view).flatMap((each) => visit(each.view, [...path, ...each.path], own));
    return own && markType(view) !== undefined ? [own, ...inner] : inner;
  };
  return visit(spec, [], undefined);
}

type Test = (row: Row) => boolean;

/** Nothing for a transform after which rows are no longer those of the release. */
function filterOf(transform: Transform): Test | undefined {
  if ('filter' in transform) return testOf(transform['filter']);
  return 'calculate' in transform || 'lookup' in transform || 'timeUnit' in transform
    ? () => true
    : undefined;
}

/** A predicate of Vega-Lite (https://vega.github.io/vega-lite/docs/predicate.html); what cannot be told passes. */
function testOf(predicate: unknown): Test {
  if (typeof predicate === 'string') return expressionTest(predicate);
  const own = (predicate ?? {}) as Record<string, unknown>;
  if (Array.isArray(own['and'])) {
    const tests = own['and'].map(testOf);
    return (row) => tests.every((test) => test(row));
  }
  if (Array.isArray(own['or'])) {
    const tests = own['or'].map(testOf);
    return (row) => tests.some((test) => test(row));
  }
  const { field } = own;
  // The opposite of what cannot be told cannot be told either.
  if (typeof field !== 'string' || own['timeUnit'] !== undefined) return () => true;
  for (const [name, compare] of Object.entries(comparisons))
    if (own[name] !== undefined && isPlain(own[name]))
      return (row) => !(field in row) || compare(row[field] ?? null, own[name]);
  return () => true;
}

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isPlain) : value === null || typeof value !== 'object';

// biome-ignore lint/suspicious/noExplicitAny: Vega compares as JavaScript does, whatever the types.
const comparisons: Readonly<Record<string, (value: any, other: any) => boolean>> = {
  equal: (value, other) => value === other,
  oneOf: (value, other) => !Array.isArray(other) || other.includes(value),
  lt: (value, other) => value !== null && value < other,
  lte: (value, other) => value !== null && value <= other,
  gt: (value, other) => value !== null && value > other,
  gte: (value, other) => value !== null && value >= other,
  range: (value, other) => {
    const [low, high] = other;
    return value !== null && (low == null || value >= low) && (high == null || value <= high);
  },
};

/** `datum.place === 'LAO' && datum.year >= 2010`, the most common kind; any other lets all pass. */
function expressionTest(expression: string): Test {
  const tests = expression.split('&&').map((part): Test => {
    const [, field, operator = '', text, number] =
      /^\s*datum(?:\.(?=\w)|\[['"](?=\w))(\w+)(?:['"]\])?\s*(===?|!==?|[<>]=?)\s*(?:['"]([^'"\\]*)['"]|(-?\d+(?:\.\d+)?))\s*$/.exec(
        part,
      ) ?? [];
    if (field === undefined) return () => true;
    const compare = comparisons[operators[operator] ?? ''];
    const other = text ?? Number(number);
    // A field that a transform made is not among those of the row.
    return (row) =>
      !(field in row) || !compare || compare(row[field] ?? null, other) !== (operator[0] === '!');
  });
  // Alternatives within make the parts say less than they seem to.
  return expression.includes('||') ? () => true : (row) => tests.every((test) => test(row));
}

const operators: Readonly<Record<string, string>> = {
  '==': 'equal',
  '===': 'equal',
  '!=': 'equal',
  '!==': 'equal',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};
