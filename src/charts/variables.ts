import { formatDate, formatNumber, isUnit, type Language } from '../i18n/index.ts';
import type { Reader } from './context.ts';
import { type KnownField, type KnownFields, keepsUnit } from './known-fields.ts';
import { isDiscrete } from './layout.ts';
import type { Datum } from './shown.ts';
import type { ChannelDefinition } from './view.ts';

/** What a channel shows of the rows, read back from the rows as they were drawn. */
export interface Variable {
  field: string;
  /** Where a row holds it: `value`, `mean_value`. */
  key: string;
  /** Tells it from others in the same chart. */
  id: string;
  /** In the reader's words; empty where there are none. */
  title: string;
  unit: string | undefined;
  /** A number with a size: a mean, a share, a count. */
  isMeasure: boolean;
  isCount: boolean;
  isInterval: boolean;
  /** Its values have an order and a distance: numbers, years, times, intervals. */
  isOrdered: boolean;
  /** To compare and to sort by; nothing where the row has no value. */
  value(datum: Datum): number | string | undefined;
  /** A value as readers see it, with its sign; empty where it has no words. */
  show(datum: Datum): string;
  /** Where a value begins and ends, which is the same but for intervals. */
  ends(datum: Datum): [string, string];
}

const precisions: Readonly<Record<string, number>> = { year: 1, yearmonth: 2, yearmonthdate: 3 };

/** For whom a chart is told, and the chart's own words. */
export type Reading = Pick<Reader, 'language' | 'words'>;

/** A channel with a field or a count; nothing for one with a constant. `endField` is where intervals end that the rows have. */
export function variableOf(
  definition: ChannelDefinition,
  fields: KnownFields,
  { language, words }: Reading,
  endField = '',
): Variable | undefined {
  const { aggregate, bin, timeUnit, type } = definition;
  const isCount = aggregate === 'count';
  const field = typeof definition.field === 'string' ? definition.field : '';
  if (field === '' && !isCount) return undefined;
  if (aggregate !== undefined && typeof aggregate !== 'string') return undefined;
  // The deviation of a share is no share: only some aggregates leave the words true.
  const known = aggregate === undefined || keepsUnit.has(aggregate) ? fields.get(field) : undefined;
  const isBinned = bin === true || (typeof bin === 'object' && bin !== null && !('binned' in bin));
  const isTime = type === 'temporal' || timeUnit !== undefined;
  const isYear = known?.kind === 'year' || known?.kind === 'date';
  const isMeasure = !isDiscrete(definition) && !bin && !isTime && !isYear && type !== 'geojson';
  const key = isCount ? '__count' : aggregate === undefined ? field : `${aggregate}_${field}`;
  const read = (datum: Datum): unknown => {
    if (isBinned) return madeFrom(datum, 'bin_', field);
    if (timeUnit !== undefined) return madeFrom(datum, '', field);
    return (
      datum[key] ?? field.split('.').reduce<unknown>((at, part) => (at as Datum | undefined)?.[part], datum)
    );
  };
  const own = titlesOf(definition).flatMap((title) => words[String(title)] ?? [])[0];
  const times = timesOf(known);
  const number = (value: number) => showNumber(value, known, language);
  const show = (datum: Datum): string => {
    const value = comparable(read(datum));
    if (value === undefined) return '';
    if (isTime) return typeof value === 'number' ? showTime(value, timeUnit, known, { language, times }) : '';
    if (typeof value === 'number' && (!known || known.kind === 'measure')) return number(value);
    return known ? known.show(value) : String(value);
  };
  const ends = (datum: Datum): [string, string] => {
    const end = comparable(isBinned ? madeFrom(datum, 'bin_', `${field}_end`) : datum[endField]);
    return [show(datum), typeof end === 'number' ? number(end) : show(datum)];
  };
  return {
    field,
    key,
    id: isCount ? 'count' : `${aggregate ?? ''} ${known?.id ?? field}`,
    title: own ?? known?.title ?? '',
    unit: own === undefined && known?.kind === 'measure' ? known.unit : undefined,
    isMeasure,
    isCount,
    isInterval: Boolean(bin),
    isOrdered: isMeasure || Boolean(bin) || isTime || isYear,
    value: (datum) => comparable(read(datum)),
    show: (datum) => [...new Set(ends(datum))].join(' – '),
    ends,
  };
}

/** A title in a spec is a key of the chart's words; any other is Vega-Lite's own. */
const titlesOf = ({ title, axis, legend }: ChannelDefinition): unknown[] => [
  title,
  axis?.title,
  legend?.title,
];

/** The value that Vega-Lite made from a field: `bin_maxbins_10_value`, `yearmonth_date`. */
const madeFrom = (datum: Datum, prefix: string, field: string): unknown =>
  datum[
    Object.keys(datum).find((key) => key !== field && key.startsWith(prefix) && key.endsWith(`_${field}`)) ??
      ''
  ];

function comparable(value: unknown): number | string | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function showNumber(value: number, known: KnownField | undefined, language: Language): string {
  const { decimals, sign } = known?.kind === 'measure' ? known : {};
  const small = value !== 0 && Math.abs(value) < 0.01;
  return formatNumber(value, language, {
    // Three decimals, as for all numbers without their own, would make a very small one 0.
    decimals: decimals ?? (small ? Math.min(20, 2 + Math.ceil(-Math.log10(Math.abs(value)))) : undefined),
    unit: sign !== undefined && isUnit(sign) ? sign : undefined,
  });
}

/** A time as precise as it is drawn; nothing for those that are no dates, as weekdays and hours. */
function showTime(
  time: number,
  unit: unknown,
  known: KnownField | undefined,
  { language, times }: { language: Language; times: () => ReadonlyMap<number, string> },
): string {
  if (unit === undefined && known?.kind === 'year') return known.show(new Date(time).getFullYear());
  if (unit === undefined && known?.kind === 'date') {
    const written = times().get(time);
    return written === undefined ? '' : known.show(written);
  }
  const precision = precisions[String(unit)];
  if (precision === undefined) return '';
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()].slice(0, precision);
  return formatDate(parts.map((part) => String(part).padStart(2, '0')).join('-'), language);
}

/** The dates of a field as they are written, by the time that Vega reads from them. */
function timesOf(known: KnownField | undefined): () => ReadonlyMap<number, string> {
  let times: ReadonlyMap<number, string> | undefined;
  return () => {
    times ??= new Map(known?.codes.map((code) => [Date.parse(code), code]));
    return times;
  };
}
