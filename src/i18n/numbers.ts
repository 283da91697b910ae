import { formatLocale, type Language } from './language.ts';

export interface NumberStyle {
  /** Digits after the decimal mark, exactly as many. */
  decimals?: number | undefined;
  /** A CLDR unit (`percent`) or an ISO 4217 currency (`USD`); the bare number without one. */
  unit?: string | undefined;
  /** A plus sign on positive numbers too. */
  signed?: boolean | undefined;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** A number as readers of the language write it, from CLDR: 1.234,6% in Lao, 1,234.6% in Khmer. */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const { decimals, unit, signed = false } = style;
  const key = `${language} ${decimals} ${unit} ${signed}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(formatLocale(language), {
      ...(decimals === undefined
        ? { maximumFractionDigits: 3 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
      ...unitOptions(unit),
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}

function unitOptions(unit: string | undefined): Intl.NumberFormatOptions {
  if (unit === undefined) return {};
  if (/^[A-Z]{3}$/.test(unit)) return { style: 'currency', currency: unit };
  return { style: 'unit', unit };
}

/** True when `formatNumber` can write the unit. */
export function isUnit(unit: string): boolean {
  const known = units.get(unit) ?? canBeWritten(unit);
  units.set(unit, known);
  return known;
}

const units = new Map<string, boolean>();

function canBeWritten(unit: string): boolean {
  try {
    new Intl.NumberFormat('en', unitOptions(unit));
    return true;
  } catch {
    return false;
  }
}

/** A year, without a separator of thousands, in the digits of the language. */
export function formatYear(year: number, language: Language): string {
  let formatter = yearFormatters.get(language);
  if (!formatter) {
    formatter = new Intl.NumberFormat(formatLocale(language), { useGrouping: false });
    yearFormatters.set(language, formatter);
  }
  return formatter.format(year);
}

const yearFormatters = new Map<Language, Intl.NumberFormat>();

/** The marks that a number format is made of, for libraries that format by themselves. */
export interface NumberMarks {
  decimal: string;
  thousands: string;
  minus: string;
  percent: string;
  numerals: string[];
}

export function numberMarks(language: Language): NumberMarks {
  const format = new Intl.NumberFormat(formatLocale(language), { minimumFractionDigits: 1 });
  const part = (type: string, value: number) =>
    format.formatToParts(value).find((each) => each.type === type)?.value;
  const digit = new Intl.NumberFormat(formatLocale(language), { useGrouping: false });
  return {
    decimal: part('decimal', 1.5) ?? '.',
    thousands: part('group', 1_234_567) ?? ',',
    minus: part('minusSign', -1) ?? '-',
    percent:
      new Intl.NumberFormat(formatLocale(language), { style: 'percent' })
        .formatToParts(1)
        .find(({ type }) => type === 'percentSign')?.value ?? '%',
    numerals: Array.from({ length: 10 }, (_, n) => digit.format(n)),
  };
}
