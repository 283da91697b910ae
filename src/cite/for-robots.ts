import type { Addresses, Locale, Site } from '../site/index.ts';
import type { Works } from './works.ts';

/** What programs may read of a site, which is all, and where its map is (RFC 9309). */
export const robots = ({ settings }: Site, { base }: Addresses): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${base}sitemap.xml`, settings.address).href}\n`;

/** The site in a page of Markdown for language models (https://llmstxt.org): each brief, as Markdown in each language, and the data sets. */
export function llms(
  site: Site,
  { works, locale, catalogue }: { works: Works; locale: Locale; catalogue: string },
): string {
  const { message, words, language } = locale;
  const line = ({ title, abstract }: { title: string; abstract: string }, address: string, note = '') =>
    `- [${title.replace(/[[\]]/g, '\\$&')}](${address}): ${abstract.replace(/\s+/g, ' ').trim()}${note}`;
  const briefs = site.briefs.map((brief) => {
    const work = works.brief(brief, language);
    const others = [...brief.translations.keys()]
      .filter((each) => each !== work.language)
      .map((each) => `[${each}](${works.brief(brief, each).files.markdown?.address})`);
    return line(
      work,
      work.files.markdown?.address ?? work.address,
      others.length ? ` (${others.join(', ')})` : '',
    );
  });
  const datasets = [...site.datasets.values()].map((dataset) => {
    const work = works.dataset(dataset, dataset.newest, language);
    return line(work, work.address);
  });
  return [
    `# ${words.name}`,
    `> ${words.tagline}`,
    words.about.trim(),
    `## ${message('site.briefs')}`,
    briefs.join('\n'),
    `## ${message('site.data')}`,
    [`- <${catalogue}>`, ...datasets].join('\n'),
    '',
  ].join('\n\n');
}
