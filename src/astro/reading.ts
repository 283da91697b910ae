import type { Brief, Translation } from '../briefs/index.ts';
import type { Edition } from '../build/index.ts';
import type { Locale } from '../site/index.ts';

/** A brief in the hands of a reader: what the components in its text need to know. */
export interface Reading {
  edition: Edition;
  brief: Brief;
  /** The text that is shown, which is the source where there is no translation. */
  translation: Translation;
  /** The language of the text that is shown. */
  locale: Locale;
}
