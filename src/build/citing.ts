import {
  type Citation,
  type CitationFormat,
  citationFormats,
  citations,
  datasetNode,
  type HeadTags,
  headTags,
  jsonLd,
  linkset,
  llms,
  robots,
  type Surroundings,
  type Work,
} from '../cite/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import { fileRelease, trailOf } from '../site/index.ts';
import type { Edition } from './edition.ts';
import { type PageFile, pageFiles } from './page-files.ts';

/** A file for reference managers, with its path. */
export type CitationFile = Pick<CitationFormat, 'name' | 'mediaType' | 'write'> & { href: string };

/** What only the page of a work knows of it. */
type Around = Partial<Pick<Surroundings, 'pictures' | 'more'>>;

/** How the works of an edition are cited, and what is said of them to programs. */
export interface Citing {
  /** How to cite a work, in each style. */
  citations(work: Work): readonly Citation[];
  /** The same for reference managers, beside its page. */
  files(work: Work): CitationFile[];
  /** What the head of its page says. */
  head(work: Work, around: Around): HeadTags & { jsonLd: string };
  /** The links of its head as a file of their own. */
  linkset(work: Work): Pick<CitationFile, 'href' | 'mediaType' | 'write'>;
  /** What its head says of a release in linked data, besides. */
  datasetNode(dataset: Dataset, release: Release, language: Language): Record<string, unknown>;
  /** All files that stand beside pages. */
  pageFiles(): PageFile[];
  /** What stands at the root of the site for programs, by its name. */
  forRobots: Readonly<Record<'robots.txt' | 'llms.txt', () => string>>;
}

export function makeCiting(edition: Edition): Citing {
  const { site, addresses, works } = edition;
  const known = new WeakMap<Work, readonly Citation[]>();
  const beside = ({ address, id, language }: Work, extension: string) =>
    // A release stands within the page of its data set.
    addresses.citation(new URL(address).pathname, id, language, extension);
  const tagsOf = (work: Work): HeadTags => {
    const [first] = citing.citations(work);
    const { name } = edition.locale(work.language).words;
    const { metas, links } = headTags(work, { site: name, citation: first?.text ?? '' });
    const files = citing.files(work).map(({ href, mediaType }) => ({
      rel: 'describedby',
      type: mediaType,
      href: new URL(href, work.address).href,
    }));
    return { metas, links: [...links, ...files] };
  };
  const citing: Citing = {
    citations(work) {
      const cited = known.get(work) ?? citations(work, edition.locale(work.language).message);
      known.set(work, cited);
      return cited;
    },
    files: (work) =>
      citationFormats.map(({ extension, ...format }) => ({ ...format, href: beside(work, extension) })),
    head(work, { pictures = [], more }) {
      const locale = edition.locale(work.language);
      const path = new URL(work.address).pathname.slice(addresses.home(work.language).length);
      const above = trailOf(site, addresses, locale, path).map(({ title, address }) => ({
        name: title,
        address: new URL(address, work.address).href,
      }));
      const { metas, links } = tagsOf(work);
      const { href, mediaType } = citing.linkset(work);
      const accessibility = locale.message('cite.accessibility');
      return {
        metas,
        links: [...links, { rel: 'linkset', type: mediaType, href }],
        jsonLd: jsonLd(work, { above, pictures, accessibility, ...(more ? { more } : {}) }),
      };
    },
    linkset: (work) => ({
      href: beside(work, 'linkset.json'),
      mediaType: 'application/linkset+json',
      write: () => linkset(work.address, tagsOf(work).links),
    }),
    datasetNode: (dataset, release, language) =>
      datasetNode(site, addresses, {
        dataset,
        release,
        data: edition.locale(language).dataset(dataset, release),
        downloads: fileRelease(release, edition.text(`data/${release.dataset}/${release.version}.json`))
          .downloads,
      }),
    pageFiles: () => pageFiles(edition),
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
