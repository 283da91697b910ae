import type { Language } from './language.ts';
import { numberMarks } from './numbers.ts';

/** A number as it is written in a text. */
export interface WrittenNumber {
  /** As it stands there. */
  text: string;
  /** Where it begins, in UTF-16 units. */
  index: number;
  /** What it can mean, in digits from 0 to 9 with a point before decimals: “1.600” may be 1600 or 1.600. */
  readings: readonly string[];
  /** Whether a sign or a word for per cent follows. */
  percent: boolean;
}

// Space that stands between thousands is never the usual one, at which lines break.
const pattern = /\p{Nd}+(?:[.,\u00a0\u202f\u2009]\p{Nd}+)*/gu;
const percentSign = /^[\u00a0\u202f ]?(?:[%٪]|per ?cent|ສ່ວນຮ້ອຍ|ເປີເຊັນ|ភាគរយ|phần trăm)/iu;

/**
 * The numbers of a text, in the digits of any script (1,6; ໑,໖; ១.៦), as
 * readers of the language take them. A mark before exactly three digits can
 * stand for thousands or for decimals; the language's own reading comes first.
 */
export function numbersIn(text: string, language: Language): WrittenNumber[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: written, index }) => {
    const before = text.slice(Math.max(0, index - 6), index);
    // COVID-19 and G20 are names.
    if (/(?:\p{L}-|\p{Script=Latin})$/u.test(before)) return [];
    const readings = readingsOf(inLatinDigits(written), language);
    // The second year of 2024–25.
    const century = /^(\d\d)\d\d$/.exec(inLatinDigits(before).match(/(\d{4})[-–]$/)?.[1] ?? '')?.[1];
    if (century !== undefined && /^\d\d$/.test(readings[0] ?? ''))
      readings.unshift(`${century}${readings[0]}`);
    return {
      text: written,
      index,
      readings,
      percent: percentSign.test(text.slice(index + written.length)),
    };
  });
}

/** The digits of a text, whatever their script, as 0 to 9 (Unicode: each script has its ten in a row). */
export const inLatinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    if (digit <= '9') return digit;
    let zero = digit.codePointAt(0) ?? 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9)
      zero -= 1;
    return String((digit.codePointAt(0) ?? 0) - zero);
  });

function readingsOf(number: string, language: Language): string[] {
  const marks = number.match(/\D/g) ?? [];
  const [first] = marks;
  if (first === undefined) return [number];
  const plain = number.replace(/\D/g, '');
  const groups = /^\d{1,3}(?:\D\d{3})+$/.test(number) && new Set(marks).size === 1;
  const last = number.lastIndexOf(marks.at(-1) ?? '');
  const decimal = `${number.slice(0, last).replace(/\D/g, '')}.${number.slice(last + 1)}`;
  // Thousands and decimals, each with its mark.
  if (new Set(marks).size === 2 && /^\d{1,3}(\D\d{3})*\D\d+$/.test(number)) return [decimal];
  // 1.3.1 is no quantity, but the name of something.
  if (marks.length > 1) return groups ? [plain] : [number];
  if (!/[.,]/.test(first)) return [groups ? plain : number];
  if (!groups) return [decimal];
  return first === numberMarks(language).decimal ? [decimal, plain] : [plain, decimal];
}
