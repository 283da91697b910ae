import type { PlaceCode } from '../i18n/index.ts';
import { indicatorChart, liveIndicatorChart } from './indicator-charts.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import type { Site } from './load.ts';
import { comparableIndicators, type Pair, pairsCompared, placesBeside, placesShown } from './places.ts';
import type { Chart } from './read-charts.ts';

/** An indicator on a page: the places that it is shown for, and its chart where it has a course to draw. */
export interface Panel {
  indicator: Indicator;
  places: readonly PlaceCode[];
  chart: Chart | undefined;
}

/** The indicators that have a number of a place, each with what stands beside it. */
export const placePanels = (site: Site, code: PlaceCode): Panel[] =>
  indicatorsOf(site)
    .filter(({ places }) => places.includes(code))
    .map((indicator) => {
      const places = [code, ...(indicator.isSeries ? placesBeside(site, indicator, code) : [])];
      return { indicator, places, chart: indicatorChart(indicator, places) };
    });

/** The indicators that have a number of both places of a pair. */
export const pairPanels = (site: Site, pair: Pair): Panel[] =>
  comparableIndicators(site)
    .filter(({ places }) => pair.every((code) => places.includes(code)))
    .map((indicator) => ({ indicator, places: pair, chart: indicatorChart(indicator, pair) }));

/** Every indicator for all its places, with a chart for those that a reader chooses; it begins with the first pair of briefs, or of the places shown. */
export function choicePanels(site: Site): Panel[] {
  const first = startingPair(site);
  return comparableIndicators(site).map((indicator) => ({
    indicator,
    places: indicator.places,
    chart: liveIndicatorChart(indicator, first),
  }));
}

/** What is compared before a reader has chosen. */
export const startingPair = (site: Site): readonly PlaceCode[] =>
  pairsCompared(site)[0] ?? comparedPlaces(site).slice(0, 2);

/** The places that can be compared, in the order of their pages. */
export function comparedPlaces(site: Site): PlaceCode[] {
  const all = new Set(comparableIndicators(site).flatMap(({ places }) => places));
  return placesShown(site).filter((code) => all.has(code));
}

/** Every chart that pages of places and comparisons show, each once: places that are held against each other share theirs. */
export function smallCharts(site: Site): Chart[] {
  const panels = [
    ...placesShown(site).flatMap((code) => placePanels(site, code)),
    ...pairsCompared(site).flatMap((pair) => pairPanels(site, pair)),
    ...choicePanels(site),
  ];
  return [...new Map(panels.flatMap(({ chart }) => (chart ? [[chart.id, chart] as const] : []))).values()];
}
