import { formatLocale, type Language, numberMarks } from '../i18n/index.ts';

const locales = new Map<string, ReturnType<typeof makeLocale>>();

/** The number and time formats of a language in the form that Vega (d3-format, d3-time-format) takes. */
export function vegaLocale(language: Language, currency: string | undefined) {
  const key = `${language} ${currency}`;
  const locale = locales.get(key) ?? makeLocale(language, currency);
  locales.set(key, locale);
  return locale;
}

const makeLocale = (language: Language, currency: string | undefined) => ({
  number: numberLocale(language, currency),
  time: timeLocale(language),
});

function numberLocale(language: Language, currency = 'USD') {
  const { decimal, thousands, minus, percent, numerals } = numberMarks(language);
  const parts = new Intl.NumberFormat(formatLocale(language), { style: 'currency', currency }).formatToParts(
    1,
  );
  const isNumber = ({ type }: Intl.NumberFormatPart) =>
    ['integer', 'decimal', 'fraction', 'group'].includes(type);
  const first = parts.findIndex(isNumber);
  const last = parts.findLastIndex(isNumber);
  const written = (some: Intl.NumberFormatPart[]) => some.map(({ value }) => value).join('');
  return {
    decimal,
    thousands,
    grouping: [3],
    currency: [written(parts.slice(0, first)), written(parts.slice(last + 1))],
    numerals,
    percent,
    minus,
    nan: '–',
  };
}

function timeLocale(language: Language) {
  const names = (count: number, day: (index: number) => Date, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(formatLocale(language), {
      calendar: 'gregory',
      timeZone: 'UTC',
      ...options,
    });
    return Array.from({ length: count }, (_, index) => format.format(day(index)));
  };
  // 2 January 2000 was a Sunday, the first day of a week in d3.
  const weekday = (index: number) => new Date(Date.UTC(2000, 0, 2 + index));
  const month = (index: number) => new Date(Date.UTC(2000, index, 1));
  const halves = [9, 21].map(
    (hour) =>
      new Intl.DateTimeFormat(formatLocale(language), { timeZone: 'UTC', hour: 'numeric', hour12: true })
        .formatToParts(new Date(Date.UTC(2000, 0, 1, hour)))
        .find(({ type }) => type === 'dayPeriod')?.value ?? '',
  );
  return {
    dateTime: '%-d %B %Y %H:%M',
    date: '%-d %b %Y',
    time: '%H:%M',
    periods: halves,
    days: names(7, weekday, { weekday: 'long' }),
    shortDays: names(7, weekday, { weekday: 'short' }),
    months: names(12, month, { month: 'long' }),
    shortMonths: names(12, month, { month: 'short' }),
  };
}
