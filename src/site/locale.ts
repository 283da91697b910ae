import {
  type Dataset,
  type LocalizedDataset,
  localize,
  type PlaceNames,
  type Release,
} from '../datasets/index.ts';
import {
  type Direction,
  directionOf,
  type Language,
  type Message,
  makeMessage,
  type PlaceCode,
  placeName,
} from '../i18n/index.ts';
import type { Site } from './load.ts';
import type { Chart } from './read-charts.ts';
import type { GlossaryWords, SiteWords } from './settings.ts';

/** A text with the language it is really in, which is not always the one that was asked for. */
export interface Text {
  text: string;
  language: Language;
}

/** A site as readers of one language see it; what is not translated comes in the source language, marked so. */
export interface Locale {
  language: Language;
  direction: Direction;
  /** The language of what is not translated. */
  fallback: Language;
  message: Message;
  words: SiteWords;
  place(code: PlaceCode): string;
  /** A place's name where a data set gives none of its own. */
  placeNames: PlaceNames;
  topic(id: string): string;
  series(id: string): string;
  dataset(dataset: Dataset, release: Release): LocalizedDataset;
  chartWords(chart: Chart): { words: ChartText; language: Language };
  term(id: string): (GlossaryWords[string] & { language: Language }) | undefined;
}

export type ChartText = NonNullable<ReturnType<Chart['words']['get']>>;

/** Makes the locale of a language of the site. Expects a site without errors. */
export function makeLocale(site: Site, language: Language): Locale {
  const { sourceLanguage, settings } = site;
  const sourceWords = site.words.get(sourceLanguage) as SiteWords;
  const words = site.words.get(language) ?? sourceWords;
  const message = makeMessage(language, site.messages.get(language) ?? new Map(), {
    language: sourceLanguage,
    messages: site.messages.get(sourceLanguage) ?? new Map(),
  });
  const ownName = (code: PlaceCode) =>
    words.places[code] ?? placeName(code, language, settings.places[code]?.m49) ?? sourceWords.places[code];
  const placeNames = (code: PlaceCode) => ownName(code) ?? code;
  const localized = new Map<Release, LocalizedDataset>();

  return {
    language,
    direction: directionOf(language),
    fallback: sourceLanguage,
    message,
    words,
    place: (code) => ownName(code) ?? regionName(site, code, language) ?? code,
    placeNames,
    topic: (id) => words.topics[id] ?? sourceWords.topics[id] ?? id,
    series: (id) => words.series[id] ?? sourceWords.series[id] ?? id,
    dataset(dataset, release) {
      let made = localized.get(release);
      if (!made) {
        made = localize(dataset, release, { language, fallback: sourceLanguage, placeNames });
        localized.set(release, made);
      }
      return made;
    },
    chartWords({ words: all }) {
      const own = all.get(language);
      const source = all.get(sourceLanguage) as ChartText;
      if (!own) return { words: source, language: sourceLanguage };
      return { words: { ...own, words: { ...source.words, ...own.words } }, language };
    },
    term(id) {
      const own = site.glossary.words.get(language)?.[id];
      if (own) return { ...own, language };
      const source = site.glossary.words.get(sourceLanguage)?.[id];
      return source && { ...source, language: sourceLanguage };
    },
  };
}

/** A region's name as the first data set that names it does. */
function regionName(
  { datasets, sourceLanguage }: Site,
  code: PlaceCode,
  language: Language,
): string | undefined {
  for (const { words, newest } of datasets.values()) {
    for (const { name, kind } of newest.fields) {
      if (kind !== 'place') continue;
      const found = (words.get(language) ?? words.get(sourceLanguage))?.fields[name]?.values?.[code];
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
