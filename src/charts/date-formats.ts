import { formatLocale, type Language } from '../i18n/index.ts';

type DateParts = Pick<Intl.DateTimeFormatOptions, 'year' | 'month' | 'day'>;

const year = { year: 'numeric' } as const;
const month = { month: 'short' } as const;
const day = { day: 'numeric' } as const;

/**
 * How a guide shows the dates of a time unit, or all dates of an axis where no
 * unit is given: in the order of the language, instead of Vega's American one.
 */
export function dateFormatOf(
  timeUnit: unknown,
  language: Language,
): { format?: unknown; labelExpr?: string } {
  if (timeUnit === undefined) return { format: changing(language) };
  const unit = String((timeUnit as { unit?: string }).unit ?? timeUnit);
  const isUtc = unit.includes('utc');
  switch (unit.replace(/^(?:binned)?(?:utc)?/, '')) {
    case 'yearmonthdate':
      return { format: pattern(language, { ...year, ...month, ...day }) };
    case 'monthdate':
      return { format: pattern(language, { ...month, ...day }) };
    case 'yearmonth':
      return { format: pattern(language, { ...year, ...month }) };
    case 'yearquarter':
      return { labelExpr: quarter(isUtc, pattern(language, { ...year, ...month })) };
    case 'quarter':
      return { labelExpr: quarter(isUtc, '%b') };
    case 'yearweek':
      return { format: '%U/%Y' };
    case 'week':
      return { format: '%U' };
    default:
      return {};
  }
}

/** An axis of dates shows at each tick what changes there. */
const changing = (language: Language) => ({
  year: '%Y',
  quarter: '%B',
  month: '%B',
  week: pattern(language, { ...month, ...day }),
  date: pattern(language, { ...month, ...day }),
  hours: '%H:%M',
  minutes: '%H:%M',
});

/** CLDR's names of quarters are out of reach: the first month and the last. */
function quarter(isUtc: boolean, last: string): string {
  const [format, ...parts] = isUtc
    ? ['utcFormat', 'utc', 'utcyear', 'utcmonth']
    : ['timeFormat', 'datetime', 'year', 'month'];
  const [make, yearOf, monthOf] = parts;
  const end = `${make}(${yearOf}(datum.value), ${monthOf}(datum.value) + 2, 1)`;
  return `${format}(datum.value, '%b') + '–' + ${format}(${end}, '${last}')`;
}

/** The order of CLDR in the letters of d3-time-format. */
function pattern(language: Language, parts: DateParts): string {
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
    year: '%Y',
    month: '%b',
    day: '%-d',
  };
  return new Intl.DateTimeFormat(formatLocale(language), { calendar: 'gregory', timeZone: 'UTC', ...parts })
    .formatToParts(new Date(0))
    .map(({ type, value }) => letters[type] ?? value.replaceAll('%', '%%').replaceAll("'", ''))
    .join('');
}
