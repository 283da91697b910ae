import {
  type Citation,
  type CitationFormat,
  citationFormats,
  citations,
  datasetNode,
  type HeadTags,
  headTags,
  jsonLd,
  llms,
  robots,
  type Surroundings,
  type Work,
} from '../cite/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { SiteFiles } from '../site/index.ts';
import type { Edition } from './edition.ts';
import { type PageFile, pageFiles } from './page-files.ts';

/** A file for reference managers, with its path. */
export type CitationFile = Pick<CitationFormat, 'name' | 'mediaType' | 'write'> & { href: string };

/** How the works of an edition are cited, and what is said of them to programs. */
export interface Citing {
  /** How to cite a work, in each style. */
  citations(work: Work): readonly Citation[];
  /** The same for reference managers, beside its page. */
  files(work: Work): CitationFile[];
  /** What the head of its page says. */
  head(work: Work, around: Partial<Pick<Surroundings, 'pictures' | 'more'>>): HeadTags & { jsonLd: string };
  /** What its head says of a release in linked data, besides. */
  datasetNode(dataset: Dataset, release: Release, language: Language): Record<string, unknown>;
  /** All files that stand beside pages. */
  pageFiles(): PageFile[];
  /** What stands at the root of the site for programs, by its name. */
  forRobots: Readonly<Record<'robots.txt' | 'llms.txt', () => string>>;
}

export function makeCiting(edition: Edition, { texts }: SiteFiles): Citing {
  const { site, addresses, works } = edition;
  const known = new WeakMap<Work, readonly Citation[]>();
  const citing: Citing = {
    citations(work) {
      const cited = known.get(work) ?? citations(work, edition.locale(work.language).message);
      known.set(work, cited);
      return cited;
    },
    files({ address, id, language }) {
      // A release stands within the page of its data set.
      const page = new URL(address).pathname;
      return citationFormats.map(({ extension, ...format }) => ({
        ...format,
        href: addresses.citation(page, id, language, extension),
      }));
    },
    head(work, { pictures = [], more }) {
      const { name } = edition.locale(work.language).words;
      const [first] = citing.citations(work);
      const { metas, links } = headTags(work, { site: name, citation: first?.text ?? '' });
      const files = citing.files(work).map(({ href, mediaType }) => ({
        rel: 'describedby',
        type: mediaType,
        href,
      }));
      const site = { name, address: work.publisher.address };
      return {
        metas,
        links: [...links, ...files],
        jsonLd: jsonLd(work, { site, pictures, ...(more ? { more } : {}) }),
      };
    },
    datasetNode: (dataset, release, language) =>
      datasetNode(site, addresses, {
        dataset,
        release,
        data: edition.locale(language).dataset(dataset, release),
      }),
    pageFiles: () => pageFiles(edition, (file) => texts.get(file)?.text ?? ''),
    forRobots: {
      'robots.txt': () => robots(site, addresses),
      'llms.txt': () =>
        llms(site, {
          works,
          locale: edition.locale(site.sourceLanguage),
          catalogue: new URL(addresses.catalogue, site.settings.address).href,
        }),
    },
  };
  return citing;
}
