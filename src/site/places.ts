import { type Brief, briefPlaces } from '../briefs/index.ts';
import { isCountry, type PlaceCode } from '../i18n/index.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import type { Site } from './load.ts';

/** How many others stand beside a place in its charts. */
const mostBeside = 3;

/** The places that have a page: those that an indicator has numbers of, or that briefs are about. Those of site.yaml come first. */
export function placesShown(site: Pick<Site, 'settings' | 'datasets' | 'briefs'>): PlaceCode[] {
  const found = new Set([
    ...indicatorsOf(site).flatMap(({ places }) => places),
    ...site.briefs.flatMap(({ facts }) => facts.places),
  ]);
  const listed = Object.keys(site.settings.places).filter((code) => found.has(code));
  return [...new Set([...listed, ...[...found].sort()])];
}

/** What a place is held against in an indicator: what site.yaml says, or else the places with a colour of their own, and then regions. */
export function placesBeside(
  { settings }: Pick<Site, 'settings'>,
  { places }: Indicator,
  code: PlaceCode,
): PlaceCode[] {
  const coloured = Object.keys(settings.places).filter((each) => settings.places[each]?.colour !== undefined);
  const candidates = settings.places[code]?.beside ?? [
    ...coloured,
    ...places.filter((each) => !isCountry(each)),
  ];
  return [...new Set(candidates)]
    .filter((each) => each !== code && places.includes(each))
    .slice(0, mostBeside);
}

/** The briefs that are about a place, or hold others against it. */
export const briefsAbout = ({ briefs }: Pick<Site, 'briefs'>, code: PlaceCode): Brief[] =>
  briefs.filter(({ facts }) => briefPlaces(facts).includes(code));

/** Two places, in the order in which they are compared. */
export type Pair = readonly [PlaceCode, PlaceCode];

/** What a pair is called in addresses: `lao-khm`. */
export const pairId = (pair: Pair): string => pair.join('-').toLowerCase();

/** The pairs of places that briefs are about together, each once, where there is something to compare. */
export function pairsCompared(site: Pick<Site, 'settings' | 'datasets' | 'briefs'>): Pair[] {
  const order = placesShown(site);
  const comparable = new Set(comparableIndicators(site).flatMap(({ places }) => places));
  const pairs = new Map<string, Pair>();
  for (const { facts } of site.briefs) {
    const places = order.filter((code) => facts.places.includes(code) && comparable.has(code));
    for (const [n, first] of places.entries())
      for (const second of places.slice(n + 1)) pairs.set(pairId([first, second]), [first, second]);
  }
  return [...pairs.values()];
}

/** The indicators whose numbers may stand side by side. */
export const comparableIndicators = (site: Pick<Site, 'settings' | 'datasets'>): Indicator[] =>
  indicatorsOf(site).filter(({ isSeries }) => isSeries);
