import type { Brief } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import { printStyle } from '../site/index.ts';
import { currentEdition } from './edition.ts';

/** The style that the page of a brief in a language is printed with. */
export async function printStyleOf(brief: Brief, language: Language): Promise<Response> {
  const { site, locale } = currentEdition();
  const translation = brief.translations.get(language) ?? brief.source;
  const css = await printStyle(translation, locale(translation.language), site.settings);
  return new Response(css, { headers: { 'content-type': 'text/css' } });
}
