/** What can be found, in the order in which filters show it. */
export const recordKinds = ['brief', 'chart', 'dataset', 'term', 'place', 'topic'] as const;
export type RecordKind = (typeof recordKinds)[number];

/**
 * The head of an index, `index.json`: what is needed of every record to rank
 * and to filter. Each list has one entry per record.
 *
 * A record has units, numbered through the index: its title, then for each
 * section its heading and its text. Grams lead to units.
 */
export interface Head {
  /** How many files the grams are spread over, `grams/<n>.json`. */
  shards: number;
  /** How many sections each record has, at least one. */
  sections: number[];
  /** How many grams its title has. */
  titles: number[];
  /** Positions in `recordKinds`. */
  kinds: number[];
  /** Codes, separated by spaces. */
  places: string[];
  topics: string[];
  /** 0 where there is none. */
  years: number[];
  /** The records that are there in another language only. */
  borrowed: number[];
}

/**
 * A file of grams: each with the units it is in, packed; or, where that is long,
 * with the number of a file of its own, `lists/<n>.json`. These are numbered from
 * the shortest on.
 */
export type Shard = Record<string, string | number>;

/** How many sections one file of texts holds, `texts/<n>.json`. */
export const sectionsInFile = 3;

/** A section as it is shown: the record's title and page, the section's anchor, heading and text, and their language if it is another. */
export type ShownSection = [
  title: string,
  path: string,
  anchor: string,
  heading: string,
  text: string,
  language?: string,
];
