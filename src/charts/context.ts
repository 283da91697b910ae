import type { Language, PlaceCode } from '../i18n/index.ts';
import type { Labels } from './labels.ts';
import type { Layout } from './layout.ts';
import type { PinnedChart } from './pin.ts';

/** The place's number in the palette, 1 to 6; none for regions, which are grey. */
export type PlaceColour = (code: PlaceCode) => number | undefined;

export interface Reader {
  language: Language;
  /** The chart's own words, by the keys of its `words` parameter. */
  words: Readonly<Record<string, string>>;
  placeColour: PlaceColour;
}

/** What the drawing so far has shown of the data. */
export interface Survey {
  /** Values that fields have in marks, by the field's name. */
  values: ReadonlyMap<string, readonly string[]>;
}

/** What a view needs to know to be translated. */
export interface Context extends Reader {
  data: PinnedChart['data'];
  labels: Labels;
  layout: Layout;
  survey: Survey;
  /** Whether readers may choose what is shown, so that more may come than the picture shows. */
  hasChoices: boolean;
}
