import type { Brief } from '../briefs/index.ts';
import { formatLocale, type Language } from '../i18n/index.ts';
import { termsUsed } from './brief-page.ts';
import type { Site } from './load.ts';
import type { Locale } from './locale.ts';

/** A term of the glossary as readers of one language see it. */
export interface GlossaryEntry {
  id: string;
  term: string;
  definition: string;
  /** The language it is written in: the source's, where it is not translated. */
  language: Language;
  /** Its names in the other languages of the site that it is translated into. */
  others: readonly { language: Language; term: string }[];
  see: readonly { id: string; term: string; language: Language }[];
  briefs: readonly Brief[];
}

/** The glossary in the alphabet of a language; what is not translated comes last. */
export function glossaryEntries(site: Site, locale: Locale): GlossaryEntry[] {
  const { language } = locale;
  const { compare } = new Intl.Collator(formatLocale(language));
  const named = (id: string) => {
    const found = locale.term(id);
    return found ? [{ id, term: found.term, language: found.language }] : [];
  };
  return [...site.glossary.terms]
    .flatMap(([id, { see }]): GlossaryEntry[] => {
      const own = locale.term(id);
      if (!own) return [];
      return [
        {
          id,
          ...own,
          others: site.languages.flatMap((each) => {
            const term = each === own.language ? undefined : site.glossary.words.get(each)?.[id]?.term;
            return term === undefined ? [] : [{ language: each, term }];
          }),
          see: see.flatMap(named),
          briefs: site.briefs.filter(({ translations, source }) =>
            termsUsed(translations.get(language) ?? source).includes(id),
          ),
        },
      ];
    })
    .sort(
      (a, b) => Number(a.language !== language) - Number(b.language !== language) || compare(a.term, b.term),
    );
}
