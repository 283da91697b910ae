import type { Language } from '../i18n/index.ts';
import type { Site } from './load.ts';

/** A page that stands at one address in each language. */
export interface Page {
  /** Path below the language, with a slash at the end: `briefs/x/`; empty for the home page. */
  path: string;
  /** Languages whose page really is in that language; the others show the source. */
  translated: readonly Language[];
}

/** Every page of a site that has an address in each language. */
export function pagesOf(site: Site): Page[] {
  const { languages, sourceLanguage } = site;
  const inAll = { translated: languages.filter((language) => site.words.has(language)) };
  const having = (words: ReadonlyMap<Language, unknown>) =>
    languages.filter((language) => words.has(language));
  return [
    { path: '', ...inAll },
    { path: 'about/', ...inAll },
    ...site.briefs.map(({ slug, translations }) => ({
      path: `briefs/${slug}/`,
      translated: having(translations),
    })),
    ...[...site.charts].map(([id, { words }]) => ({ path: `charts/${id}/`, translated: having(words) })),
    ...[...site.datasets].map(([id, { words }]) => ({ path: `data/${id}/`, translated: having(words) })),
  ].map((page) => ({ ...page, translated: page.translated.length > 0 ? page.translated : [sourceLanguage] }));
}
