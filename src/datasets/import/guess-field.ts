import { quote } from '../../diagnostics/index.ts';
import { isUnit } from '../../i18n/index.ts';
import { type Cell, placeType, type ReleaseFile, type Row } from '../release.ts';
import type { Grid } from './grid.ts';
import type { ReadColumn } from './read-column.ts';

export type Schema = ReleaseFile['schema'];
export type FieldRule = Schema['fields'][number];

/** “Share (% of GDP)” as title and unit; what the file's metadata say of the unit comes first. */
export function wordsOf(
  { heading, percent }: ReadColumn,
  { proposal }: Grid,
): { title: string; unit?: string } {
  const [, title = heading, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(heading) ?? [];
  const looksLikeUnit = inside !== undefined && /%|per|\$|USD|unit|number|index|year|mm|km/i.test(inside);
  const unit = proposal.units?.get(heading) ?? (looksLikeUnit ? inside : percent ? '%' : undefined);
  return unit === undefined ? { title: heading } : { title: looksLikeUnit ? title : heading, unit };
}

/** The field that a column becomes; what the last release says of it stays, with further categories. */
export function fieldOf(
  column: ReadColumn,
  {
    name,
    before,
    values,
    isPlace,
    isYear,
    unit,
  }: {
    name: string;
    before: FieldRule | undefined;
    values: readonly Cell[];
    isPlace: boolean;
    isYear: boolean;
    unit: string | undefined;
  },
): FieldRule {
  const distinct = [...new Set(values.flatMap((each) => (each === null ? [] : [String(each)])))];
  const grouping = distinct.length <= 30 && distinct.length * 2 <= values.length;
  const type = isYear ? 'year' : column.type;
  if (before) {
    // A column of whole numbers still fits a field of numbers.
    const fits = before.type === type || (before.type === 'number' && type === 'integer');
    return {
      ...before,
      type: fits ? before.type : type,
      ...(before.categories ? { categories: [...new Set([...before.categories, ...distinct])] } : {}),
    };
  }
  const title = column.heading.toLowerCase() === name || isYear ? {} : { title: column.heading };
  if (isPlace) return { name, type: 'string', rdfType: placeType };
  if (type === 'string' && grouping) return { name, type, ...title, categories: distinct };
  const sign = type === 'integer' || type === 'number' ? unitOf(column, unit) : undefined;
  return { name, type, ...title, ...(sign === undefined ? {} : { unit: sign }) };
}

/** The unit that words stand for: per cent, or US dollars that are not adjusted. */
function unitOf({ percent, heading }: ReadColumn, words = ''): string | undefined {
  if (percent || /^(%|per ?cent)/i.test(words) || /^%|\(%/.test(heading)) return 'percent';
  if (/US ?\$|\bUSD\b/.test(`${words} ${heading}`) && !/PPP|international/i.test(`${words} ${heading}`))
    return 'USD';
  return undefined;
}

/** Puts the unit that was told into the only measure. */
export function giveUnit(
  fields: FieldRule[],
  unit: string | undefined,
  problem: (text: string) => void,
): void {
  if (unit === undefined) return;
  const measures = fields.filter(({ type }) => type === 'number' || type === 'integer');
  const [only] = measures;
  if (!isUnit(unit))
    problem(`${quote(unit)} is no unit. A CLDR unit such as percent, or a currency such as USD.`);
  else if (measures.length !== 1 || !only)
    problem(
      `--unit is for the only measure, and there are ${measures.length}. Use --draft, and write the units into the draft.`,
    );
  else only.unit = unit;
}

/** What a field holds, in words. */
export function describe(field: FieldRule, rows: readonly Row[], key: readonly string[]): string {
  const values = rows.map((row) => row[field.name] ?? null).filter((value) => value !== null);
  const distinct = [...new Set(values.map(String))];
  const what =
    field.rdfType === placeType
      ? `place, ${listOf(distinct)}`
      : field.categories
        ? `category, ${listOf(distinct)}`
        : field.type === 'string'
          ? `text, such as ${quote(distinct[0] ?? '')}`
          : `${kinds[field.type]}, ${range(values)}${field.unit ? ` (${field.unit})` : ''}`;
  const missing = rows.length - values.length;
  return [
    what,
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(key.includes(field.name) ? ['key'] : []),
  ].join('; ');
}

const kinds = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  year: 'year',
  date: 'day',
};

const listOf = (values: readonly string[]): string =>
  `${values.length}: ${values.slice(0, 6).join(', ')}${values.length > 6 ? ', …' : ''}`;

function range(values: readonly Cell[]): string {
  const sorted = [...values].sort((a, b) =>
    a === b ? 0 : Number(a) < Number(b) || String(a) < String(b) ? -1 : 1,
  );
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return `${sorted[0]} to ${sorted.at(-1)}`;
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const most = numbers.reduce((a, b) => Math.max(a, b));
  return least === most ? `${least}` : `${least} to ${most}`;
}
