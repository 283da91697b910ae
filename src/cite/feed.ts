import type { Language } from '../i18n/index.ts';
import type { Work } from './work.ts';

/** A list of works that readers can follow. Addresses are absolute. */
export interface Feed {
  language: Language;
  title: string;
  subtitle: string;
  /** The feed's own address, which is its name for ever. */
  address: string;
  /** The page that lists the same. */
  page: string;
  publisher: string;
  rights: string;
  works: readonly Work[];
}

/** An Atom feed (RFC 4287), the newest first. It is as old as its newest work; one without works is of `since`. */
export function atomFeed(feed: Feed, since = '1970-01-01'): string {
  const { language, address, works } = feed;
  const updated =
    works
      .map(({ modified }) => modified)
      .sort()
      .at(-1) ?? since;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', address),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    link('self', address, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    element('updated', instant(updated)),
    `<author>${element('name', feed.publisher)}</author>`,
    element('rights', feed.rights),
    ...works.map((work) => entry(work, language)),
    '</feed>\n',
  ].join('\n');
}

function entry(work: Work, around: Language): string {
  const { language, address, files } = work;
  const marked = language === around ? '' : ` xml:lang="${language}"`;
  return [
    `<entry${marked}>`,
    element('id', address),
    element('title', work.title),
    element('summary', work.abstract),
    link('alternate', address, 'text/html', language),
    ...(files.pdf ? [link('alternate', files.pdf.address, files.pdf.mediaType, language)] : []),
    element('published', instant(work.published)),
    element('updated', instant(work.modified)),
    ...work.authors.map(({ name }) => `<author>${element('name', name)}</author>`),
    ...work.keywords.map((term) => `<category term="${escaped(term)}"/>`),
    '</entry>',
  ].join('\n');
}

/** Days are days of UTC, so that a feed is the same wherever it is made. */
const instant = (day: string): string => `${day}T00:00:00Z`;

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const link = (rel: string, href: string, type: string, language?: Language): string =>
  `<link rel="${rel}" type="${type}"${language ? ` hreflang="${language}"` : ''} href="${escaped(href)}"/>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
