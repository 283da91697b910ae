import type { Reference } from '../briefs/index.ts';
import type { CalendarDate, Language } from '../i18n/index.ts';

/** A file that a work can be had as. */
export interface WorkFile {
  /** Absolute. */
  address: string;
  mediaType: string;
}

/** Who made a work. */
export interface Author {
  name: string;
  kind: 'person' | 'organisation';
  institution?: string | undefined;
  /** An ORCID iD, without an address before it. */
  orcid?: string | undefined;
}

/** The versions of a brief around one of them, by the addresses that each has for good. */
export interface WorkVersions {
  /** The one that holds. */
  latest: string;
  all: readonly string[];
  own: string;
  before: string | undefined;
  after: string | undefined;
  /** What was corrected in it, with the day (NISO RP-45). */
  corrections: readonly { date: CalendarDate; text: string }[];
}

/** An address with the name that stands for it. */
export interface Named {
  name: string;
  address: string;
}

/**
 * What is said of a work wherever it is cited or described: a text of a brief, a
 * chart, or a release of a data set, in one language. Page, feed, citations, PDF
 * and metadata all take it from here. Addresses are absolute.
 */
export interface Work {
  kind: 'brief' | 'chart' | 'dataset';
  /** Its name in addresses. */
  id: string;
  /** The language of its words. */
  language: Language;
  title: string;
  /** One or two sentences. */
  abstract: string;
  authors: readonly Author[];
  translator: string | undefined;
  /** Who brings it out: the site; `ror` is its address in the Research Organization Registry. */
  publisher: Named & { ror?: string | undefined };
  /** What it is, in words: “Country comparison, Lao translation of the original in English”. */
  genre: string;
  /** The day on which its first version was published, this version, and on which something of it was changed last. */
  published: CalendarDate;
  issued: CalendarDate;
  modified: CalendarDate;
  version: string | undefined;
  /** What tells this version apart from every other: a digest of text and data, in hexadecimal digits. */
  digest: string | undefined;
  versions: WorkVersions | undefined;
  status: 'Draft' | 'Published' | 'Obsolete' | 'Withdrawn';
  /** Its number among the publications of its publisher, and what it is registered under. */
  number: string | undefined;
  doi: string | undefined;
  isbn: string | undefined;
  series: Named | undefined;
  /** Where readers find it, for as long as the site stands. */
  address: string;
  /** The same work in each language that it is written in. */
  translations: ReadonlyMap<Language, string>;
  /** Whether it was first written in another of them. */
  translatedFrom: Language | undefined;
  license: Named | undefined;
  keywords: readonly string[];
  places: readonly string[];
  /** First and last year that it is about. */
  period: readonly [number, number] | undefined;
  references: readonly Reference[];
  /** The releases that it is made from, by their names. */
  data: readonly Named[];
  files: { pdf?: WorkFile; markdown?: WorkFile; picture?: WorkFile; rows?: readonly WorkFile[] };
}

/** How large the picture is that stands for a brief where it is shared, in pixels: what Open Graph's readers show whole. */
export const sharePicture = { width: 1200, height: 630 } as const;
