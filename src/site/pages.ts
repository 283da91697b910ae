import { type Brief, lastChange } from '../briefs/index.ts';
import type { CalendarDate, Language } from '../i18n/index.ts';
import { briefPath } from './addresses.ts';
import { briefLists } from './lists.ts';
import type { Site } from './load.ts';
import { pairId, pairsCompared, placesShown } from './places.ts';
import { comparedPlaces } from './small-charts.ts';

/** A page that stands at one address in each language. */
export interface Page {
  /** Path below the language, with a slash at the end: `briefs/x/`; empty for the home page. */
  path: string;
  /** Languages whose page really is in that language; the others show the source. */
  translated: readonly Language[];
  /** The path of the page that search engines are to show in its place. */
  present?: string;
  /** The day on which what it is about was changed last, where that is known. */
  modified?: CalendarDate | undefined;
}

/** Every page of a site that has an address in each language. */
export function pagesOf(site: Site): Page[] {
  const { languages, sourceLanguage } = site;
  const inAll = { translated: languages.filter((language) => site.words.has(language)) };
  const having = (words: ReadonlyMap<Language, unknown>) =>
    languages.filter((language) => words.has(language));
  const newest = (days: readonly string[]) => [...days].sort().at(-1);
  const changed = (briefs: readonly Brief[]) => newest(briefs.map(({ facts }) => lastChange(facts)));
  const published = (ids: Iterable<string>) =>
    newest([...ids].flatMap((id) => site.datasets.get(id)?.newest.about.created ?? []));
  return [
    { path: '', ...inAll, modified: changed(site.briefs) },
    { path: 'about/', ...inAll },
    { path: 'search/', ...inAll },
    ...(site.glossary.terms.size > 0 ? [{ path: 'glossary/', translated: having(site.glossary.words) }] : []),
    ...placesShown(site).map((code) => ({ path: `places/${code.toLowerCase()}/`, ...inAll })),
    ...(comparedPlaces(site).length > 1 ? [{ path: 'compare/', ...inAll }] : []),
    ...pairsCompared(site).map((pair) => ({ path: `compare/${pairId(pair)}/`, ...inAll })),
    ...briefLists(site).map(({ by, id, briefs }) => ({
      path: `${by}/${id}/`,
      ...inAll,
      modified: changed(briefs),
    })),
    ...site.briefs.flatMap((brief) => [
      {
        path: briefPath(brief),
        translated: having(brief.translations),
        modified: lastChange(brief.facts),
      },
      ...brief.earlier.map((each) => ({
        path: briefPath(each),
        translated: having(each.translations),
        present: briefPath(brief),
      })),
    ]),
    ...[...site.charts].map(([id, { words, source }]) => ({
      path: `charts/${id}/`,
      translated: having(words),
      modified: published(source.datasets),
    })),
    ...[...site.datasets].map(([id, { words }]) => ({
      path: `data/${id}/`,
      translated: having(words),
      modified: published([id]),
    })),
  ].map((page) => ({ ...page, translated: page.translated.length > 0 ? page.translated : [sourceLanguage] }));
}
