import { type Reference, referencesIn } from './references.ts';
import type { Transform } from './view.ts';

/** Field names in force at a place; undefined where a pivot has made columns that only the data knows. */
export type Names = ReadonlySet<string> | undefined;

/** A lookup's own data set and the fields that it takes from there. */
export interface Lookup {
  dataset: string;
  data: object;
  fields: readonly Reference[];
}

/** What one transform reads from the rows before it, and the fields of the rows after it. */
export interface Effect {
  reads: Reference[];
  lookup?: Lookup;
  after(before: Names, fieldsOf: (dataset: string) => readonly string[] | undefined): Names;
}

const texts = (value: unknown): string[] => [value ?? []].flat().filter((each) => typeof each === 'string');

const listed = (transform: Transform, key: string): Reference[] =>
  texts(transform[key]).map((name, index) => ({
    name,
    path: Array.isArray(transform[key]) ? [key, index] : [key],
  }));

type Operation = Record<string, unknown>;

/** Reads a transform of any kind that Vega-Lite has. */
export function effectOf(transform: Transform): Effect {
  const groupby = listed(transform, 'groupby');
  const kept = texts(transform.groupby);
  const as = texts(transform.as);
  const adds =
    (...names: string[]) =>
    (before: Names): Names =>
      before && new Set([...before, ...names]);
  const leaves =
    (...names: string[]) =>
    (): Names =>
      new Set([...kept, ...names]);
  const has = (key: string) => transform[key] !== undefined;

  for (const key of ['aggregate', 'joinaggregate', 'window']) {
    const operations = transform[key];
    if (!Array.isArray(operations)) continue;
    const made = (operations as Operation[]).map((each) => String(each.as));
    const reads = [...referencesIn(operations, [key]), ...groupby, ...referencesIn(transform.sort, ['sort'])];
    return { reads, after: key === 'aggregate' ? leaves(...made) : adds(...made) };
  }
  if (has('filter'))
    return {
      reads: referencesIn({ test: transform.filter }, [], { test: 'filter' }),
      after: (before) => before,
    };
  if (has('calculate'))
    return {
      reads: referencesIn({ expr: transform.calculate }, [], { expr: 'calculate' }),
      after: adds(...as),
    };
  if (has('lookup')) return lookupEffect(transform, as, adds);
  if (has('fold')) return { reads: listed(transform, 'fold'), after: adds(as[0] ?? 'key', as[1] ?? 'value') };
  if (has('flatten')) return { reads: listed(transform, 'flatten'), after: adds(...as) };
  if (has('pivot'))
    return {
      reads: [...listed(transform, 'pivot'), ...listed(transform, 'value'), ...groupby],
      after: () => undefined,
    };
  if (has('impute')) {
    const reads = [...listed(transform, 'impute'), ...listed(transform, 'key'), ...groupby];
    return { reads, after: (before) => before };
  }
  if (has('density'))
    return {
      reads: [...listed(transform, 'density'), ...groupby],
      after: leaves(as[0] ?? 'value', as[1] ?? 'density'),
    };
  if (has('quantile'))
    return {
      reads: [...listed(transform, 'quantile'), ...groupby],
      after: leaves(as[0] ?? 'prob', as[1] ?? 'value'),
    };
  for (const key of ['loess', 'regression']) {
    if (!has(key)) continue;
    const on = texts(transform.on)[0] ?? 'x';
    const of = texts(transform[key])[0] ?? 'y';
    const extra = transform.params ? ['coef', 'rSquared'] : [];
    return {
      reads: [...listed(transform, key), ...listed(transform, 'on'), ...groupby],
      after: leaves(as[0] ?? on, as[1] ?? of, ...extra),
    };
  }
  if (has('stack')) {
    const reads = [...listed(transform, 'stack'), ...groupby, ...referencesIn(transform.sort, ['sort'])];
    return {
      reads,
      after: adds(...as, ...as.slice(0, as.length === 1 ? 1 : 0).map((name) => `${name}_end`)),
    };
  }
  // bin, timeUnit, extent; `sample` reads nothing.
  const ends = as.length === 1 ? [`${as[0]}_end`] : [];
  return {
    reads: [...listed(transform, 'field'), ...listed(transform, 'extent')],
    after: adds(...as, ...ends),
  };
}

function lookupEffect(
  transform: Transform,
  as: string[],
  adds: (...names: string[]) => Effect['after'],
): Effect {
  const from = (transform.from ?? {}) as { data?: { name?: string }; key?: string; fields?: string[] };
  const dataset = from.data?.name;
  const taken = texts(from.fields);
  const fields = [
    ...texts(from.key).map((name) => ({ name, path: ['from', 'key'] })),
    ...taken.map((name, index) => ({ name, path: ['from', 'fields', index] })),
  ];
  return {
    reads: listed(transform, 'lookup'),
    ...(dataset === undefined ? {} : { lookup: { dataset, data: from.data ?? {}, fields } }),
    after: adds(...(as.length > 0 ? as : taken)),
  };
}
