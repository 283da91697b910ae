import { formatLocale, type Language } from './language.ts';

/** A year, a month or a day: `2025`, `2025-03`, `2025-03-26` (ISO 8601). */
export type CalendarDate = string;

export const calendarDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True for dates that exist: not for 2025-02-30. */
export function isCalendarDate(date: string): boolean {
  if (!calendarDate.test(date)) return false;
  const [, , day] = date.split('-');
  return day === undefined || new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day);
}

/** A date as precise as it is given, in words: 26 March 2025; March 2025; 2025. Gregorian in every language. */
export function formatDate(date: CalendarDate, language: Language): string {
  return formatter(date, language).format(new Date(date));
}

/** Days from the first to the last: 24–26 March 2025. */
export function formatDays(first: CalendarDate, last: CalendarDate, language: Language): string {
  if (first === last) return formatDate(first, language);
  return formatter(first, language).formatRange(new Date(first), new Date(last));
}

function formatter(date: CalendarDate, language: Language): Intl.DateTimeFormat {
  const [, month, day] = date.split('-');
  return new Intl.DateTimeFormat(formatLocale(language), {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
}
