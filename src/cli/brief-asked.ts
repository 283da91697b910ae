import type { Brief } from '../briefs/index.ts';
import { didYouMean } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Given } from './arguments.ts';

/**
 * The brief that a command names, in the language of `--language` or in all that it
 * is written in. What is named and does not exist is said, and nothing given.
 */
export function briefAsked(
  { briefs }: { briefs: readonly Brief[] },
  { text, taken: [slug = ''] }: Pick<Given, 'text' | 'taken'>,
): { brief: Brief; languages: readonly Language[] } | undefined {
  const brief = briefs.find((each) => each.slug === slug);
  if (!brief) {
    const why = slug === '' ? 'Name a brief.' : `There is no brief ${slug}.`;
    const slugs = briefs.map((each) => each.slug);
    console.error(`${why} ${didYouMean(slug, slugs, 'briefs')}`);
    return undefined;
  }
  const written = [...brief.translations.keys()];
  const language = text('language');
  if (language === undefined) return { brief, languages: written };
  if (written.includes(language)) return { brief, languages: [language] };
  console.error(`${brief.slug} is not written in ${language}. ${didYouMean(language, written, 'languages')}`);
  return undefined;
}
