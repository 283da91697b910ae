import { type Brief, lastChange } from '../briefs/index.ts';
import type { CalendarDate, Language } from '../i18n/index.ts';
import { briefPath } from './addresses.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import { briefLists } from './lists.ts';
import type { Site } from './load.ts';
import { briefsAbout, comparableIndicators, pairId, pairsCompared, placesShown } from './places.ts';
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

/** Whether a feed stands beside a page: the home page, and those of places and topics. */
export const hasFeed = (path: string): boolean => path === '' || /^(places|topics)\//.test(path);

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
  const comparable = comparableIndicators(site);
  const idsOf = (indicators: readonly Indicator[]) => indicators.map(({ dataset }) => dataset.id);
  const either = (...days: (string | undefined)[]) => newest(days.filter((day) => day !== undefined));
  const all = either(changed(site.briefs), published(site.datasets.keys()));
  return [
    { path: '', ...inAll, modified: all },
    { path: 'about/', ...inAll },
    { path: 'search/', ...inAll, modified: all },
    ...(site.glossary.terms.size > 0 ? [{ path: 'glossary/', translated: having(site.glossary.words) }] : []),
    ...placesShown(site).map((code) => ({
      path: `places/${code.toLowerCase()}/`,
      ...inAll,
      modified: either(
        changed(briefsAbout(site, code)),
        published(idsOf(indicatorsOf(site).filter(({ places }) => places.includes(code)))),
      ),
    })),
    ...(comparedPlaces(site).length > 1
      ? [{ path: 'compare/', ...inAll, modified: published(idsOf(comparable)) }]
      : []),
    ...pairsCompared(site).map((pair) => ({
      path: `compare/${pairId(pair)}/`,
      ...inAll,
      modified: published(
        idsOf(comparable.filter(({ places }) => pair.every((code) => places.includes(code)))),
      ),
    })),
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
