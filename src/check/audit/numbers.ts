import type { Language, NumberKind } from '../../i18n/index.ts';

/** A number that readers of a brief see. */
export interface AuditedNumber {
  language: Language;
  /** As it stands on the page. */
  text: string;
  /** Where it is written, or the tag that puts it there; the file is relative to the site folder. */
  file: string;
  line: number;
  column: number;
  /** The chart or table that shows it, by its id; nothing for the text itself. */
  figure?: string;
  source: FromData | ByHand;
}

/** A row by the values of its key, and where it stands. */
export interface Cell {
  dataset: string;
  version: string;
  row: Key;
  field: string;
}

export type Key = Readonly<Record<string, string>>;

/** A number that is taken from a release when the page is made. */
export interface FromData extends Cell {
  from: 'data';
  /** How it is compared with a second row. */
  compare?: { how: string; row: Key };
  /** As published, or as computed from the two rows; never rounded. Missing where there is none. */
  value?: number;
  /** Why the number cannot be had from the release again, or is another. */
  problem?: string;
}

/** A number that somebody typed. */
export interface ByHand {
  from: 'hand';
  kind: NumberKind;
  /** What it can mean, in digits from 0 to 9 with a point before decimals; the likeliest. */
  reading: string;
  /** A value of the data that is written like that, in a year that the passage names. */
  same?: Cell & { value: number };
}
