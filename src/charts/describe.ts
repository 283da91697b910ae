import type { Message } from '../i18n/index.ts';
import { factsOfAxes } from './axes.ts';
import { type Fact, factsOfBoxes, factsOfSeries } from './facts.ts';
import { factsOfKinds } from './kinds.ts';
import type { PinnedChart } from './pin.ts';
import { type ReadPlot, readPlot } from './read-plot.ts';
import type { SceneMark } from './scene.ts';
import { shownPlots } from './shown.ts';
import type { Reading } from './variables.ts';

/** What a chart shows, one fact a sentence, in the words of a language: plain data. */
export type Description = readonly Fact[];

// More views than these are only counted.
const mostParts = 6;

/**
 * Describes a chart by what was drawn: its kinds, axes and series, and the
 * values that matter. Expects the normalised spec that is not yet translated,
 * and the scene of its drawing. What cannot be said for sure is left out.
 */
export function describe(chart: PinnedChart, root: SceneMark, reading: Reading): Description {
  const keys = new Set(
    [...chart.data.values()].flatMap(({ id, primaryKey }) => primaryKey.map((key) => `${id}/${key}`)),
  );
  const plots = shownPlots(chart, root)
    .map((plot) => readPlot(plot, keys, reading))
    .filter(({ units }) => units.length > 0);
  const [only] = plots;
  if (!only) return [];
  if (plots.length === 1) {
    return [...factsOfKinds(only), ...factsOfAxes(only, true), ...factsOfValues(only, false)];
  }
  const count = plots.length;
  if (count > mostParts) return [{ key: 'description.parts', values: { count } }];
  let before = '';
  return plots.flatMap((plot, index) => {
    const axes = factsOfAxes(plot, false);
    const isKnown = JSON.stringify(axes) === before;
    before = JSON.stringify(axes);
    return [
      { key: 'description.part', values: { number: index + 1, count } },
      ...factsOfKinds(plot),
      ...(isKnown ? [] : axes),
      ...factsOfValues(plot, true),
    ];
  });
}

const factsOfValues = (plot: ReadPlot, isOneOfSeveral: boolean): Fact[] =>
  plot.units.some(({ kind }) => kind === 'boxPlot')
    ? factsOfBoxes(plot)
    : factsOfSeries(plot.series, isOneOfSeveral);

/** A description as text. */
export const sentences = (description: Description, message: Message): string =>
  description.map(({ key, values }) => message(key, values)).join(' ');
