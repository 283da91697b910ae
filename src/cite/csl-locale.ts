import { formatLocale, type Language, type Message } from '../i18n/index.ts';

/** The name that CSL knows a language by, with its main region: `lo-LA`. */
export function cslLanguage(language: Language): string {
  const { language: own, region } = new Intl.Locale(language).maximize();
  return `${own}-${region}`;
}

/**
 * A CSL locale for languages that the library brings none for: the English one,
 * with names of months, the order of a date and “and” from CLDR, and with words
 * of the interface.
 * @see https://docs.citationstyles.org/en/stable/specification.html#locale-files-structure
 */
export function cslLocale(english: string, language: Language, message: Message): string {
  const months = Array.from({ length: 12 }, (_, n) => {
    const name = dateParts(language, n).find(({ type }) => type === 'month')?.value ?? '';
    return term(`month-${String(n + 1).padStart(2, '0')}`, name);
  });
  const [, joint] = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(['a', 'b']);
  const words = [
    term('and', spaced(joint?.value ?? '&')),
    term('et-al', message('cite.others')),
    term('version', message('cite.version')),
    ...months,
  ];
  // Of two terms of a name, the later counts.
  return english
    .replace('xml:lang="en-US"', `xml:lang="${cslLanguage(language)}"`)
    .replace(/<date form="text">.*?<\/date>/s, () => `<date form="text">${partsOfDate(language)}</date>`)
    .replace('</terms>', () => `${words.join('')}</terms>`);
}

const dateParts = (language: Language, month: number): Intl.DateTimeFormatPart[] =>
  new Intl.DateTimeFormat(formatLocale(language), {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).formatToParts(Date.UTC(2025, month, 28));

/** Day, month and year in their order, each with what stands before it. */
function partsOfDate(language: Language): string {
  let before = '';
  let parts = '';
  for (const { type, value } of dateParts(language, 0)) {
    if (type === 'day' || type === 'month' || type === 'year') {
      parts += `<date-part name="${type}" prefix="${escaped(before)}"/>`;
      before = '';
    } else before += value;
  }
  return parts;
}

/** The library sets spaces around words, but not in scripts that it takes to have none. */
function spaced(joint: string): string {
  const word = joint.replaceAll('\u{200b}', '').trim();
  return /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(word) ? ` ${word} ` : word;
}

const term = (name: string, text: string): string => `<term name="${name}">${escaped(text)}</term>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
