import { readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Language, Message } from '../i18n/index.ts';
import { toCsl } from './csl-json.ts';
import { cslLanguage, cslLocale } from './csl-locale.ts';
import type { Work } from './work.ts';

/** A work as readers cite it, in one style. */
export interface Citation {
  /** The name of the style, which is the same in every language. */
  style: string;
  /** HTML: text with `i` and one `a`, all that is not ours escaped. */
  html: string;
  /** The same without marks. */
  text: string;
}

const styles = [
  { style: 'APA', template: 'apa' },
  { style: 'Chicago', template: 'chicago-author-date-of-briefs' },
];

let ready = false;

/** How to cite a work in its own language, in each style, by CSL (https://citationstyles.org). */
export function citations(work: Work, message: Message): Citation[] {
  const lang = prepare(work.language, message);
  const { publisher, number, ...item } = toCsl(work);
  const { version, digest } = work;
  const told = {
    ...item,
    // Styles would take a number for one of drafts, or of whatever else the genre ends with.
    genre: [work.genre, number].filter(Boolean).join('. '),
    // The number of a version is the same in all languages, its digest is not.
    ...(version && digest ? { version: `${version} · ${digest.slice(0, 12)}` } : {}),
  };
  // Styles name a publisher that is its own author once.
  const isAuthor = work.authors.some(({ name }) => name === work.publisher.name);
  const items = [isAuthor ? told : { ...told, publisher }];
  return styles.map(({ style, template }) => {
    const options = { template, lang, format: 'html', hyperlinks: true };
    const entry = plugins.output.format('bibliography', items, options);
    const html = /class="csl-entry">([\s\S]*)<\/div>\s*<\/div>/.exec(entry)?.[1] ?? '';
    return { style, html: html.trim().replace('<a href', '<a dir="ltr" href'), text: textOf(html.trim()) };
  });
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ');

/** Sees to it that the styles and the locale of a language are known, and gives the locale's name. */
function prepare(language: Language, message: Message): string {
  const csl = plugins.config.get('@csl');
  if (!ready) {
    const file = new URL('csl/chicago-author-date.csl', import.meta.url);
    csl.styles.add('chicago-author-date-of-briefs', readFileSync(file, 'utf8'));
    ready = true;
  }
  const name = cslLanguage(language);
  if (!csl.locales.has(name)) csl.locales.add(name, cslLocale(csl.locales.get('en-US'), language, message));
  return name;
}
