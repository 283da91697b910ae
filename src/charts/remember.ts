import type { LocalizedDataset, Row } from '../datasets/index.ts';
import type { ChartSpec } from './source.ts';

type Data = ReadonlyMap<string, LocalizedDataset>;

/**
 * Remembers what was found out about a chart, by a key, for as long as it is
 * drawn from the very same rows: what is shown of them is the same in every
 * language and at every width.
 */
export function remembering<Found>(): (
  chart: ChartSpec,
  data: Data,
  key: string,
  find: () => Found,
) => Found {
  const known = new WeakMap<
    ChartSpec['spec'],
    { rows: readonly (readonly Row[])[]; found: Map<string, Found> }
  >();
  return (chart, data, key, find) => {
    const rows = [...data.values()].map((dataset) => dataset.rows);
    let own = known.get(chart.spec);
    if (own?.rows.length !== rows.length || rows.some((each, index) => each !== own?.rows[index])) {
      own = { rows, found: new Map() };
      known.set(chart.spec, own);
    }
    const found = own.found.get(key) ?? find();
    own.found.set(key, found);
    return found;
  };
}
