import type { Brief } from '../briefs/index.ts';
import type { Language, PlaceCode } from '../i18n/index.ts';
import type { Listing } from './lists.ts';
import { type Pair, pairId } from './places.ts';

/** The permanent addresses of a site, as paths under its base (`/` or `/briefs/`). */
export function makeAddresses(base: string) {
  return {
    base,
    home: (language: Language) => `${base}${language}/`,
    brief: (language: Language, slug: string) => `${base}${language}/briefs/${slug}/`,
    /** The page of a brief, or of an earlier version of one. */
    briefPage: (language: Language, { slug, version, superseded }: BriefAddress) =>
      `${base}${language}/${briefPath({ slug, version, superseded })}`,
    /** The files that a brief can be taken away as, beside its page. */
    briefFiles: (language: Language, slug: string) => {
      const name = `${base}${language}/briefs/${slug}/${slug}-${language}`;
      return {
        pdf: `${name}.pdf`,
        singleFile: `${name}.html`,
        markdown: `${name}.md`,
        /** The picture that stands for it where its page is shared. */
        picture: `${name}.png`,
      };
    },
    /** A file for reference managers, beside the page of what it cites. */
    citation: (page: string, id: string, language: Language, extension: string) =>
      `${page}${id}-${language}.${extension}`,
    /** The feed beside the page that lists the same: the home page, or one below its language. */
    feed: (language: Language, page = '') => `${base}${language}/${page}feed.xml`,
    printStyle: (language: Language, brief: BriefAddress) =>
      `${base}${language}/${briefPath(brief)}print.css`,
    chart: (language: Language, id: string) => `${base}${language}/charts/${id}/`,
    /** The chart as a page for frames in other pages. */
    embed: (language: Language, id: string) => `${base}${language}/charts/${id}/embed/`,
    /** A chart for reuse, by the name of the file; `versions` are those of the releases, where they are not the newest. */
    chartFile: (id: string, name: string, versions = '') =>
      `${base}charts/${id}/${versions && `${versions}/`}${name}`,
    /** What browsers make charts live from: the page that brings the script, and the file of a picture by its name. */
    live: { page: `${base}charts/live/`, file: (name: string) => `${base}charts/live/${name}.json` },
    script: (name: string) => `${base}scripts/${name}`,
    dataset: (language: Language, id: string) => `${base}${language}/data/${id}/`,
    place: (language: Language, code: PlaceCode) => `${base}${language}/places/${code.toLowerCase()}/`,
    /** Any places compared; a pair of them that has a page of its own. */
    compare: (language: Language) => `${base}${language}/compare/`,
    comparison: (language: Language, pair: Pair) => `${base}${language}/compare/${pairId(pair)}/`,
    /** Briefs by topic, kind, year or series. */
    list: (language: Language, by: Listing, id: string) => `${base}${language}/${by}/${id}/`,
    about: (language: Language) => `${base}${language}/about/`,
    /** The licences of all that the site holds of others. */
    notices: `${base}licenses.txt`,
    release: (id: string, version: string, format: 'json' | 'csv') =>
      `${base}data/${id}/${version}.${format}`,
    /** What describes the files of a data set, or of all, to machines (Data Package). */
    dataPackage: (id?: string) => `${base}data/${id === undefined ? '' : `${id}/`}datapackage.json`,
    /** The catalogue of all data sets (DCAT). */
    catalogue: `${base}data/catalog.jsonld`,
    glossary: (language: Language) => `${base}${language}/glossary/`,
    search: (language: Language) => `${base}${language}/search/`,
    /** The folder of an index, by its name. */
    searchIndex: (name: string) => `${base}search/${name}/`,
  };
}

export type Addresses = ReturnType<typeof makeAddresses>;

type BriefAddress = Pick<Brief, 'slug' | 'version' | 'superseded'>;

/** Where a brief stands below its language; an earlier version stands below its brief. */
export const briefPath = ({ slug, version, superseded }: BriefAddress): string =>
  superseded ? versionPath(slug, version) : `briefs/${slug}/`;

/** Where each version stands once another has taken its place; until then, this leads to the brief. */
export const versionPath = (slug: string, version: number): string => `briefs/${slug}/v/${version}/`;

/** The anchor of a numbered chart or table on its page. */
export const figureAnchor = (id: string): string => `figure-${id}`;
/** The anchor of a chart's title, which names its picture. */
export const titleAnchor = (id: string): string => `${figureAnchor(id)}-title`;
export const referenceAnchor = (id: string): string => `reference-${id}`;
export const termAnchor = (id: string): string => `term-${id}`;
/** The anchor of a data set in the list of those that a brief uses. */
export const dataAnchor = (id: string): string => `data-${id}`;
/** The anchor of a release on its data set's page. */
export const releaseAnchor = (version: string): string => `release-${version}`;
