/** The mark before the decimals of a number in text. */
export type DecimalMark = '.' | ',';

/** A number as it was written; `percent` where a per cent sign stood with it. */
export interface WrittenNumber {
  value: number;
  percent: boolean;
}

/** What stands in tables for a value that there is not: words of the World Bank, Eurostat, spreadsheets. */
const missing = new Set([
  '',
  '.',
  '..',
  '...',
  '…',
  ':',
  '-',
  '–',
  '—',
  'n/a',
  'n.a.',
  'na',
  'nan',
  'null',
  'no data',
]);

export const isMissing = (text: string): boolean => missing.has(text.trim().toLowerCase());

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const commas = /^[+-]?\d+(,\d+)+(\.\d+)?$|^[+-]?\d+(\.\d{3})*,\d+$/;
const grouped = { '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, ',': /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/ };

/**
 * Reads a number in text. `comma` where it has a comma and nobody has said what that is: 12,5 could be
 * twelve and a half, 1,234 more than a thousand, and a guess would change the value. Nothing where the
 * text is no number.
 */
export function readNumber(text: string, mark?: DecimalMark): WrittenNumber | 'comma' | undefined {
  const percent = /\s*%$/.test(text);
  // Spaces between digits, some of which do not break, group them in any language.
  const bare = text
    .trim()
    .replace(/\s*%$/, '')
    .replace(/^−/, '-')
    .replace(/(?<=\d)[\u0020\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g, '');
  if (mark === undefined && commas.test(bare)) return 'comma';
  const pointed =
    mark === ','
      ? grouped[','].test(bare)
        ? bare.replaceAll('.', '').replace(',', '.')
        : bare.includes('.')
          ? ''
          : bare.replace(',', '.')
      : grouped['.'].test(bare)
        ? bare.replaceAll(',', '')
        : bare;
  return plain.test(pointed) ? { value: Number(pointed), percent } : undefined;
}

/** How many digits of a number in text count: those of 0.0120 are 2. */
export const significantDigits = (text: string): number =>
  text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
