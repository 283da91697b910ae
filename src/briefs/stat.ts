import {
  type Cell,
  listed,
  measures,
  type Release,
  type Row,
  type Selection,
  selectRows,
  valuesOf,
} from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { components } from './components.ts';

export type Comparison = 'difference' | 'absolute-difference' | 'ratio' | 'change';

/** What a `<Stat>` asks of a release. */
export interface StatQuery {
  dataset: string;
  field: string | undefined;
  selection: Selection;
  /** The second row of a comparison, and how the two are compared. */
  compare: { how: Comparison; selection: Selection } | undefined;
  decimals: number | undefined;
  bare: boolean;
}

/** A number taken from a release, with the rows that it was taken from. */
export interface Stat {
  value: number;
  field: string;
  rows: readonly Row[];
}

export type Answer<T> = { found: T } | { problem: string; hint: string };

/** Reads the attributes of a `<Stat>`: all that are not reserved select by field, `to-…` ones for the second row. */
export function statQuery(attributes: ReadonlyMap<string, string>): StatQuery {
  const how = attributes.get('compare') as Comparison | undefined;
  const first = new Map<string, readonly string[]>();
  const changed = new Map<string, readonly string[]>();
  for (const [name, value] of attributes) {
    if (Object.hasOwn(components.Stat.attributes, name)) continue;
    if (how && name.startsWith('to-')) changed.set(name.slice('to-'.length), [value]);
    else first.set(name, [value]);
  }
  const decimals = attributes.get('decimals');
  return {
    dataset: attributes.get('data') ?? '',
    field: attributes.get('field'),
    selection: first,
    compare: how && { how, selection: new Map([...first, ...changed]) },
    decimals: decimals === undefined ? undefined : Number(decimals),
    bare: attributes.get('format') === 'number',
  };
}

/**
 * The one number that a `<Stat>` means. No row, or more than one, is a
 * problem: a number in prose is never guessed.
 */
export function findStat(query: StatQuery, release: Release): Answer<Stat> {
  const field = measureOf(release, query.field);
  if ('problem' in field) return field;
  if (
    query.decimals !== undefined &&
    !(Number.isInteger(query.decimals) && query.decimals >= 0 && query.decimals <= 6)
  ) {
    return { problem: '“decimals” must be a whole number from 0 to 6.', hint: 'Write decimals="1".' };
  }
  const loose = [...query.selection.keys()].find((name) => name.startsWith('to-'));
  if (loose !== undefined)
    return {
      problem: `${quote(loose)} means a second row, and “compare” is missing.`,
      hint: 'Say how the two are compared, such as compare="difference".',
    };
  const first = oneValue(release, query.selection, field.found);
  if ('problem' in first) return first;
  if (!query.compare) {
    return { found: { value: first.found.value, field: field.found, rows: [first.found.row] } };
  }
  const second = oneValue(release, query.compare.selection, field.found);
  if ('problem' in second) return second;
  if (first.found.row === second.found.row) {
    return {
      problem: 'This compares a row with itself.',
      hint: 'Say what differs in the second row, such as to-place="KHM".',
    };
  }
  const value = compared(query.compare.how, first.found.value, second.found.value);
  if (!Number.isFinite(value))
    return { problem: 'This comparison divides by zero.', hint: 'Compare with a difference instead.' };
  return { found: { value, field: field.found, rows: [first.found.row, second.found.row] } };
}

/** The measure that is named, or the only one there is. */
export function measureOf(release: Release, name: string | undefined): Answer<string> {
  const names = measures(release).map((field) => field.name);
  if (name === undefined) {
    const [only, ...more] = names;
    if (only !== undefined && more.length === 0) return { found: only };
    return {
      problem: `“${release.dataset}” has ${names.length} measures.`,
      hint: `Say which: field="${names.join('" or field="')}".`,
    };
  }
  if (names.includes(name)) return { found: name };
  return {
    problem: `${quote(name)} is no measure of “${release.dataset}”.`,
    hint: didYouMean(name, names, 'measures'),
  };
}

/** A field that is asked for and that the release does not have. */
function unknownField(
  release: Release,
  asked: Iterable<string>,
): { problem: string; hint: string } | undefined {
  const names = release.fields.map(({ name }) => name);
  for (const field of asked) {
    if (!names.includes(field)) {
      return {
        problem: `“${release.dataset}” has no field ${quote(field)}.`,
        hint: didYouMean(field, names, 'fields'),
      };
    }
  }
  return undefined;
}

function oneValue(
  release: Release,
  selection: Selection,
  field: string,
): Answer<{ value: number; row: Row }> {
  const unknown = unknownField(release, selection.keys());
  if (unknown) return unknown;
  const asked = [...selection].map(([name, values]) => `${name} ${values.join(', ')}`).join(', ');
  const rows = selectRows(release, selection);
  const [row] = rows;
  if (row === undefined) {
    return {
      problem: `Release ${release.version} of “${release.dataset}” has no row with ${asked}.`,
      hint: whatThereIs(release, selection),
    };
  }
  if (rows.length > 1) {
    return {
      problem: `${rows.length} rows of “${release.dataset}” have ${asked || 'no condition'}; one is meant.`,
      hint: whatTellsApart(release, rows),
    };
  }
  const value: Cell | undefined = row[field];
  if (typeof value !== 'number') {
    return {
      problem: `“${field}” is empty in the row with ${asked}.`,
      hint: 'Choose a row that has a value.',
    };
  }
  return { found: { value, row } };
}

/** The attributes that would leave fewer of some rows. */
function whatTellsApart({ primaryKey }: Release, rows: readonly Row[]): string {
  const open = primaryKey.filter((key) => valuesOf(rows, key).length > 1);
  const options = open.map((key) => `${key}="…" (${valuesOf(rows, key).slice(0, 8).join(', ')})`);
  return options.length > 0 ? `Add ${options.join(' or ')}.` : 'Look at the rows of the release.';
}

/** Which values there are for the condition that fails when the others hold. */
function whatThereIs(release: Release, selection: Selection): string {
  for (const [field] of [...selection].reverse()) {
    const others = new Map([...selection].filter(([name]) => name !== field));
    const values = valuesOf(selectRows(release, others), field);
    if (values.length === 0) continue;
    return `With the rest as it is, ${field} can be: ${someOf(values)}.`;
  }
  return 'Look at the rows of the release.';
}

const someOf = (values: readonly string[]): string =>
  values.length > 12 ? `${values[0]} to ${values.at(-1)}` : values.join(', ');

function compared(how: Comparison, first: number, second: number): number {
  switch (how) {
    case 'difference':
      return first - second;
    case 'absolute-difference':
      return Math.abs(first - second);
    case 'ratio':
      return first / second;
    case 'change':
      return ((first - second) / Math.abs(second)) * 100;
  }
}

/** What a `<DataTable>` asks of a release. */
export interface TableQuery {
  dataset: string;
  rows: string;
  columns: string | undefined;
  field: string | undefined;
  selection: Selection;
}

/** Reads the attributes of a `<DataTable>`: those not reserved select, with values separated by commas. */
export function tableQuery(attributes: ReadonlyMap<string, string>): TableQuery {
  const selection = [...attributes].filter(([name]) => !Object.hasOwn(components.DataTable.attributes, name));
  return {
    dataset: attributes.get('data') ?? '',
    rows: attributes.get('rows') ?? '',
    columns: attributes.get('columns'),
    field: attributes.get('field'),
    selection: new Map(selection.map(([name, value]) => [name, listed(value)])),
  };
}

/**
 * Why a table cannot be made: a field or a value that the release does not
 * have, or several rows for one cell, of which none may be guessed.
 */
export function tableProblem(
  query: TableQuery,
  release: Release,
): { problem: string; hint: string } | undefined {
  const axes = [query.rows, ...(query.columns ? [query.columns] : [])];
  const unknown = unknownField(release, [...axes, ...query.selection.keys()]);
  if (unknown) return unknown;
  const measure = measureOf(release, query.field);
  if ('problem' in measure) return measure;
  for (const [field, values] of query.selection) {
    const known = valuesOf(release.rows, field);
    const absent = values.find((value) => !known.includes(value));
    if (absent !== undefined)
      return {
        problem: `No row of “${release.dataset}” has ${field} ${absent}.`,
        hint: `It can be: ${someOf(known)}.`,
      };
  }
  const rows = selectRows(release, query.selection);
  if (rows.length === 0)
    return { problem: 'No row fits this table.', hint: 'Look at the values of its attributes.' };
  const cells = Map.groupBy(rows, (row) => axes.map((name) => `${name} ${row[name]}`).join(', '));
  const [cell, shared] = [...cells].find(([, each]) => each.length > 1) ?? [];
  if (!shared) return undefined;
  return {
    problem: `${shared.length} rows of “${release.dataset}” have ${cell}; a cell shows one.`,
    hint: whatTellsApart(release, shared),
  };
}
