import type { LocalizedDataset } from '../datasets/index.ts';
import { ChartError, type ChartSource } from './source.ts';
import type { View } from './view.ts';

/** A spec whose data sets are there, in the words of one language. */
export interface PinnedChart {
  id: string;
  spec: View;
  data: ReadonlyMap<string, LocalizedDataset>;
}

/** Gives each named data set its release. */
export function pin(chart: ChartSource, data: ReadonlyMap<string, LocalizedDataset>): PinnedChart {
  const pinned = chart.datasets.map((name): [string, LocalizedDataset] => {
    const dataset = data.get(name);
    if (!dataset) throw new ChartError(`The chart “${chart.id}” was not given its data “${name}”.`);
    return [name, dataset];
  });
  return { id: chart.id, spec: chart.spec, data: new Map(pinned) };
}

/** The rows of each data set, copied: Vega marks the rows that it reads. */
export const rowsByName = (data: PinnedChart['data']): Record<string, unknown[]> =>
  Object.fromEntries([...data].map(([name, { rows }]) => [name, rows.map((row) => ({ ...row }))]));
