import type { LocalizedDataset } from '../datasets/index.ts';
import { namedByUse } from './maps.ts';
import { ChartError, type ChartSpec } from './source.ts';
import type { View } from './view.ts';

/** A spec whose data sets are there, in the words of one language, by the names that the spec has for them. */
export interface PinnedChart {
  id: string;
  spec: View;
  data: ReadonlyMap<string, LocalizedDataset>;
}

/** Gives each named data set its release. */
export function pin(chart: ChartSpec, data: ReadonlyMap<string, LocalizedDataset>): PinnedChart {
  const pinned = chart.datasets.map((name): [string, LocalizedDataset] => {
    const dataset = data.get(name);
    if (!dataset) throw new ChartError(`The chart “${chart.id}” was not given its data “${name}”.`);
    return [name, dataset];
  });
  return { id: chart.id, ...namedByUse(chart.spec, new Map(pinned)) };
}

/** The rows of each data set, copied, since Vega marks the rows that it reads; or the map, of which it makes its own. */
export const rowsByName = (data: PinnedChart['data']): Record<string, unknown> =>
  Object.fromEntries(
    [...data].map(([name, { rows, map }]) => [name, map ?? rows.map((row) => ({ ...row }))]),
  );
