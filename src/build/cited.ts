import {
  type Citation,
  type CitationFormat,
  citationFormats,
  citations,
  type HeadTags,
  headTags,
  jsonLd,
  type Surroundings,
  type Work,
} from '../cite/index.ts';
import type { Edition } from './edition.ts';

/** How to cite a work, and where reference managers find the same. */
export interface Cited {
  cited: readonly Citation[];
  files: readonly (Pick<CitationFormat, 'name' | 'mediaType' | 'write'> & { href: string })[];
}

/** A work as its page says how to cite it. */
export function citedWork({ locale, addresses }: Edition, work: Work): Cited {
  // A release stands within the page of its data set.
  const page = new URL(work.address).pathname;
  return {
    cited: citations(work, locale(work.language).message),
    files: citationFormats.map(({ extension, ...format }) => ({
      ...format,
      href: addresses.citation(page, work.id, work.language, extension),
    })),
  };
}

/** What the head of a work's page says to programs, and what it says as linked data. */
export function described(
  edition: Edition,
  work: Work,
  { pictures = [], more }: Partial<Pick<Surroundings, 'pictures' | 'more'>>,
): HeadTags & { jsonLd: string } {
  const { cited, files } = citedWork(edition, work);
  const { words } = edition.locale(work.language);
  const { metas, links } = headTags(work, { site: words.name, citation: cited[0]?.text ?? '' });
  const site = { name: words.name, address: work.publisher.address };
  return {
    metas,
    links: [...links, ...files.map(({ href, mediaType }) => ({ rel: 'describedby', type: mediaType, href }))],
    jsonLd: jsonLd(work, { site, pictures, ...(more ? { more } : {}) }),
  };
}
