import type { Release } from '../datasets/index.ts';
import type { CalendarDate, Language, PlaceCode } from '../i18n/index.ts';
import type { Sourced } from '../source/index.ts';
import { anchorsOf, type BriefDocument } from './document.ts';
import { type BriefFacts, factsOf } from './facts.ts';
import type { FrontMatter } from './front-matter.ts';
import { placesOf } from './kinds/index.ts';
import type { SourceRecord } from './source-record.ts';

/** The text of a brief in one language. */
export interface Translation {
  language: Language;
  /** Its file, relative to the site folder. */
  file: string;
  matter: FrontMatter;
  /** Where each part of the front matter stands. */
  matterAt: Sourced<FrontMatter>['at'];
  document: BriefDocument;
  /** Which state of the source it was made from, where that was recorded. */
  record: SourceRecord | undefined;
}

/** A numbered chart or table of a brief. Numbers and anchors are the same in every language. */
export interface Figure {
  id: string;
  kind: 'figure' | 'table';
  number: number;
}

/** A brief, validated, with every reference resolved. */
export interface Brief {
  slug: string;
  facts: BriefFacts;
  /** The language it was written in; its translation is always there. */
  source: Translation;
  translations: ReadonlyMap<Language, Translation>;
  /** The pinned releases, by data set. */
  releases: ReadonlyMap<string, Release>;
  /** Anchors of the headings, in order, from the source. */
  anchors: readonly string[];
  figures: readonly Figure[];
  /** The number of its version, from 1. */
  version: number;
  /** What tells each text with its data apart from every other version of it, see textDigest(). */
  digests: ReadonlyMap<Language, string>;
  /** Whether a later version has taken its place. */
  superseded: boolean;
  /** The versions before it as they were published, newest first; each of these has none itself. */
  earlier: readonly Brief[];
  /** Why it is left out where readers are to see it. */
  hidden: 'draft' | 'embargo' | undefined;
}

/** A brief as its files say it, before anything it refers to is looked up. */
export interface BriefDraft {
  slug: string;
  facts: Sourced<BriefFacts>;
  translations: readonly Translation[];
}

/** The anchors of a source text's headings, and its numbered charts and tables. */
export const structureOf = ({ headings, uses }: BriefDocument): Pick<Brief, 'anchors' | 'figures'> => {
  const figures: Figure[] = [];
  for (const { name, attributes } of uses) {
    const kind = ({ Chart: 'figure', DataTable: 'table' } as const)[name];
    const id = attributes.get('id');
    if (!kind || !id || figures.some((each) => each.id === id)) continue;
    figures.push({ id, kind, number: figures.filter((each) => each.kind === kind).length + 1 });
  }
  return { anchors: anchorsOf(headings), figures };
};

/** Every place that a brief is about: those it names, and those of its kind's facts. */
export const briefPlaces = (facts: BriefFacts): PlaceCode[] => [
  ...new Set([...facts.places, ...placesOf(factsOf(facts))]),
];

/** The day on which something of a brief was changed last. */
export const lastChange = ({ date, history }: BriefFacts): CalendarDate =>
  [date, ...history.map((entry) => entry.date)].sort().at(-1) ?? date;

/** Minutes to read a text, at 200 words a minute; at least one. Words of different languages are not alike, so a brief takes those of its source. */
export const readingMinutes = ({ words }: BriefDocument): number => Math.max(1, Math.round(words / 200));
