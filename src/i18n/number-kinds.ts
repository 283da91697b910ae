import { formatLocale, type Language } from './language.ts';
import { inLatinDigits, type WrittenNumber } from './read-numbers.ts';

/** What a number in a text is: a quantity, a part of a date, or only a name such as 3.8.1. */
export type NumberKind = 'number' | 'year' | 'date' | 'name';

/** Tells years, days and months from quantities, by how they are written and by the names of months around them. */
export function kindOfNumber(
  text: string,
  { text: written, index, readings: [reading = ''], percent }: WrittenNumber,
  language: Language,
): NumberKind {
  if (percent) return 'number';
  if (reading.split('.').length > 2) return 'name';
  if (!/^\p{Nd}+$/u.test(written)) return 'number';
  const isDate = [...inLatinDigits(text).toLowerCase().matchAll(datesOf(language))].some(
    (date) => date.index <= index && index + written.length <= date.index + date[0].length,
  );
  const isYear = /^(?:1[6-9]|20|21)\d\d$/.test(reading);
  // The month of 2025-03 has a second reading, since 2024–25 is written like that.
  if (isDate && written.length < 4) return 'date';
  return isYear ? 'year' : 'number';
}

const dates = new Map<Language, RegExp>();

/** Days with the name of their month (26 March; 24 to 26 March; March 26, 2025), months with their number (tháng 3), and the ISO way. */
function datesOf(language: Language): RegExp {
  const known = dates.get(language);
  if (known) return known;
  const day = String.raw`(?<![\d.,])\d{1,2}`;
  const name = String.raw`(?<!\p{Script=Latin})(?:${monthsOf(language).join('|')})(?![\p{Script=Latin}\d])`;
  const made = new RegExp(
    [
      String.raw`(?:(?:${day}[^\d.;]{1,12})?${day}[^\d.;]{0,6})?${name}(?:[ ,.]{1,2}\d{1,2}(?!\d|\s?[\p{L}%]))?`,
      String.raw`\d{4}-\d\d(?:-\d\d)?(?!\d)`,
    ].join('|'),
    'gu',
  );
  dates.set(language, made);
  return made;
}

/** The names of the months in a language, in small letters, with digits from 0 to 9, as parts of a pattern. */
const monthsOf = (language: Language): string[] => {
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(formatLocale(language), {
      calendar: 'gregory',
      timeZone: 'UTC',
      month,
    });
    return Array.from({ length: 12 }, (_, n) =>
      inLatinDigits(format.format(Date.UTC(2025, n, 15))).toLowerCase(),
    );
  });
  // A number alone would be found everywhere.
  const words = [...new Set(names)].filter((name) => /\p{L}[\p{L}\p{M}.]/u.test(name));
  return words.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
};
