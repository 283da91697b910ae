import type { Language } from '../i18n/index.ts';

/** The permanent addresses of a site, as paths under its base (`/` or `/briefs/`). */
export function makeAddresses(base: string) {
  return {
    base,
    home: (language: Language) => `${base}${language}/`,
    brief: (language: Language, slug: string) => `${base}${language}/briefs/${slug}/`,
    /** The files that a brief can be taken away as, beside its page. */
    briefFiles: (language: Language, slug: string) => {
      const name = `${base}${language}/briefs/${slug}/${slug}-${language}`;
      return { pdf: `${name}.pdf`, singleFile: `${name}.html` };
    },
    printStyle: (language: Language, slug: string) => `${base}${language}/briefs/${slug}/print.css`,
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
    about: (language: Language) => `${base}${language}/about/`,
    release: (id: string, version: string, format: 'json' | 'csv') =>
      `${base}data/${id}/${version}.${format}`,
  };
}

export type Addresses = ReturnType<typeof makeAddresses>;

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
