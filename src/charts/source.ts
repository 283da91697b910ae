import type { Sourced } from '../source/index.ts';
import type { View } from './view.ts';

/** A checked Vega-Lite spec without words, with its data by name. */
export interface ChartSpec {
  id: string;
  spec: View;
  /** Ids of the data sets that it names, each once, in the order of the file. */
  datasets: readonly string[];
}

/** A chart as its author wrote it. */
export interface ChartSource extends ChartSpec {
  /** Keys of the `words` parameter: each language has a text for each. */
  words: readonly string[];
  /** Notes of data sets that belong under the chart. */
  notes: readonly { dataset: string; note: string }[];
  /** Where a part of the spec stands in the file. */
  at: Sourced<View>['at'];
  file: Sourced<View>['file'];
}

/** What cannot be drawn, in words for the chart's author. */
export class ChartError extends Error {
  override name = 'ChartError';
}
