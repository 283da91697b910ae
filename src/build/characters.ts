import {
  type CalendarDate,
  formatDate,
  formatDays,
  formatNumber,
  languageName,
  placeName,
} from '../i18n/index.ts';
import type { Site, SiteFiles } from '../site/index.ts';

/**
 * Every character that the pages of a site can hold: those of its files, and
 * those that CLDR brings in with the names of places, months and languages,
 * numbers and quotation marks.
 */
export function charactersOf(site: Site, { texts }: SiteFiles): Set<string> {
  const characters = new Set<string>(engine);
  const add = (text: string | undefined) => {
    for (const character of text ?? '') characters.add(character);
  };
  for (const { path, text } of texts.values()) if (isShown(path, site)) add(text);
  for (const language of site.languages) {
    for (const shownIn of site.languages) add(languageName(language, shownIn));
    for (const month of months) add(formatDate(month, language) + formatDays('2025-01-01', month, language));
    add(formatNumber(-1_234_567_890.5, language, { unit: 'percent' }));
    add(formatNumber(1_234_567_890, language, { unit: 'USD' }));
    for (const code of placesOf(site)) add(placeName(code, language, site.settings.places[code]?.m49));
  }
  for (const control of ['\n', '\r', '\t', '\u{feff}']) characters.delete(control);
  return characters;
}

/** What the engine itself writes: ASCII for axis numbers and codes, and its few signs. */
const engine = [...Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)), ...'\u00a0–—−×·…“”‘’©'];

const months: CalendarDate[] = Array.from(
  { length: 12 },
  (_, n) => `2025-${String(n + 1).padStart(2, '0')}-28`,
);

/** Files of languages that the site does not list are not shown. */
function isShown(path: string, { languages }: Site): boolean {
  const language = /\/([^/]+)\.(?:ya?ml|mdx?)$/.exec(path)?.[1] ?? '';
  return languages.includes(language) || !path.startsWith('content/messages/');
}

function placesOf({ settings, datasets }: Site): Set<string> {
  const codes = new Set(Object.keys(settings.places));
  for (const { releases } of datasets.values()) {
    for (const { fields, rows } of releases.values()) {
      for (const { name } of fields.filter(({ kind }) => kind === 'place'))
        for (const row of rows) codes.add(String(row[name]));
    }
  }
  return codes;
}
