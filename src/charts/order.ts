import { type DatasetFacts, type DatasetWords, localize, type Release } from '../datasets/index.ts';
import type { Language, PlaceCode } from '../i18n/index.ts';
import type { Description } from './describe.ts';
import { drawSettled, pictureOf, settle } from './draw.ts';
import type { LiveChart } from './live.ts';
import type { PortableSpec } from './portable.ts';
import type { ChartSpec } from './source.ts';
import { type ChartTable, chartTables } from './tables.ts';

/**
 * All that the drawing of a chart in one language depends on, as plain data that
 * JSON can hold: it can be drawn elsewhere, and known again.
 */
export interface DrawOrder {
  chart: ChartSpec;
  data: readonly DataOrder[];
  language: Language;
  /** The language of what is not translated. */
  fallback: Language;
  /** The chart's own words, by the keys of its `words` parameter. */
  words: Readonly<Record<string, string>>;
  /** Names of the places that occur, where their data set gives none. */
  placeNames: Readonly<Record<PlaceCode, string>>;
  /** The numbers in the palette of the places that have one. */
  placeColours: Readonly<Record<PlaceCode, number>>;
  /** In CSS pixels; a small chart has but one. */
  widths: Readonly<{ narrow: number; wide?: number }>;
  /** The id of the element that holds the title, in the page where the picture stands. */
  titledBy: string;
}

/** A data set of a chart. */
export interface DataOrder {
  facts: DatasetFacts;
  /** In the language of the order and in its fallback. */
  words: Readonly<Record<Language, DatasetWords>>;
  release: Release;
}

/** The text column of a phone, and of a wide screen. */
export type PictureSize = 'narrow' | 'wide';

/** A chart in one language, drawn: plain data too. */
export interface Drawn {
  /** For each width the SVG, and what a browser draws in its place. */
  pictures: readonly { size: PictureSize; svg: string; live: LiveChart }[];
  /** The Vega-Lite spec of the widest one, in the words of the language, with its rows. */
  spec: PortableSpec;
  /** What it shows, in words and numbers. */
  description: Description;
  /** None of a small chart: what it shows stands beside it. */
  tables: readonly ChartTable[];
}

/** Draws what is ordered, and nothing else decides how. Throws a ChartError for what cannot be drawn. */
export async function drawOrder(order: DrawOrder): Promise<Drawn> {
  const { chart, language, fallback, words, placeNames, placeColours, widths, titledBy } = order;
  const data = new Map(
    order.data.map(({ facts, words, release }) => [
      release.dataset,
      localize({ id: release.dataset, facts, words: new Map(Object.entries(words)) }, release, {
        language,
        fallback,
        placeNames: (code) => placeNames[code] ?? code,
      }),
    ]),
  );
  const placeColour = (code: PlaceCode) => placeColours[code];
  const drawing = { chart, data, words, language, placeColour, titledBy };
  const narrowOne = { ...drawing, width: widths.narrow };
  const settled = await settle(narrowOne);
  if (widths.wide === undefined) {
    const { svg, live, spec, description } = drawSettled(narrowOne, settled);
    return { pictures: [{ size: 'narrow', svg, live }], spec, description, tables: [] };
  }
  const narrow = pictureOf(narrowOne, settled);
  const wideOne = { ...drawing, width: widths.wide };
  const wide = drawSettled(wideOne, await settle(wideOne, settled));
  return {
    pictures: [
      { size: 'narrow', svg: narrow.svg, live: narrow.live },
      { size: 'wide', svg: wide.svg, live: wide.live },
    ],
    spec: wide.spec,
    description: wide.description,
    tables: chartTables({ chart, data }),
  };
}
