import * as vega from 'vega';
import { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite';
import { type LocalizedDataset, type Row, valuesOf } from '../datasets/index.ts';
import { listening } from './compile.ts';
import { referencesIn } from './references.ts';
import { remembering } from './remember.ts';
import type { ChartSpec } from './source.ts';
import { innerViews, type Transform, type View } from './view.ts';

/** One use of a data set by a view: the filters that its rows pass on the way to the marks. */
interface Use {
  dataset: string;
  filters: readonly Transform[];
  /** The field by which the places of a map find their rows: each the last that has its code. */
  key?: string | undefined;
}

type Data = ReadonlyMap<string, LocalizedDataset>;

// Transforms after which a row is still one of the release.
const keepsRows = ['filter', 'calculate', 'lookup', 'timeUnit', 'bin', 'window', 'joinaggregate', 'stack'];
// Those that look at no other row.
const looksAtOne = ['filter', 'calculate', 'lookup', 'timeUnit'];

/** The rows of a data set that some view of the chart draws, in the order of the release. */
export const rowsShown = (chart: ChartSpec, dataset: LocalizedDataset, data: Data): readonly Row[] =>
  rowsLeft(chart, dataset, data, keepsRows);

const known = remembering<readonly Row[]>();

/** The rows that pass all filters that only transforms of the given kinds come before. */
const rowsLeft = (
  chart: ChartSpec,
  dataset: LocalizedDataset,
  data: Data,
  transforms: readonly string[],
): readonly Row[] =>
  known(chart, data, [dataset.id, ...transforms].join('/'), () => findRows(chart, dataset, data, transforms));

function findRows(
  { spec }: ChartSpec,
  dataset: LocalizedDataset,
  data: Data,
  transforms: readonly string[],
): readonly Row[] {
  const uses = usesIn(spec, [], data, transforms).filter((use) => use.dataset === dataset.id);
  const distinct = [...new Map(uses.map((use) => [JSON.stringify(use), use])).values()];
  if (distinct.some(({ filters }) => filters.length === 0)) return dataset.rows;
  const shown = new Set(
    distinct.flatMap(({ filters, key }) => {
      const passed = passing(dataset.rows, filters, spec);
      if (key === undefined) return passed;
      return [...new Map(passed.map((index) => [dataset.rows[index]?.[key], index])).values()];
    }),
  );
  return dataset.rows.filter((_, index) => shown.has(index));
}

/** The rows of each data set that a chart draws, by the data set's id. */
export const chartRows = (chart: ChartSpec, data: Data): Map<string, readonly Row[]> =>
  rowsByDataset(chart, withNumbers(chart.datasets, data), data, keepsRows);

/** The data sets that have something to read: maps only where there is nothing else. */
export function withNumbers(datasets: readonly string[], data: Data): readonly string[] {
  const others = datasets.filter((id) => !data.get(id)?.map);
  return others.length > 0 ? others : datasets;
}

/** The rows that a chart cannot do without: those that it draws, and those that they are held against. */
export const rowsNeeded = (chart: ChartSpec, data: Data): Map<string, readonly Row[]> =>
  rowsByDataset(chart, chart.datasets, data, looksAtOne);

const rowsByDataset = (
  chart: ChartSpec,
  datasets: readonly string[],
  data: Data,
  transforms: readonly string[],
): Map<string, readonly Row[]> =>
  new Map(
    datasets.flatMap((id) => {
      const dataset = data.get(id);
      return dataset ? [[id, rowsLeft(chart, dataset, data, transforms)]] : [];
    }),
  );

interface Lookup {
  data?: { name?: string };
  key?: string;
}

/** The codes of the places of a map. */
const placesOf = (dataset: LocalizedDataset | undefined): string[] =>
  dataset?.map ? valuesOf(dataset.rows, dataset.primaryKey[0] ?? '') : [];

function usesIn(view: View, around: readonly Use[], data: Data, transforms: readonly string[]): Use[] {
  let uses: readonly Use[] =
    view.data?.name === undefined ? around : [{ dataset: view.data.name, filters: [] }];
  const looked: Use[] = [];
  let isRaw = true;
  for (const transform of view.transform ?? []) {
    const { data: { name: from } = {}, key } = (transform.from ?? {}) as Lookup;
    if (from !== undefined) {
      // What holds of the rows that look up holds of the rows that are found.
      const filters = uses.flatMap((use) => use.filters);
      const own = filters.filter((each) => readsOnly(each, data.get(from)));
      const places = uses.flatMap(({ dataset }) => placesOf(data.get(dataset)));
      looked.push(
        places.length > 0 && key !== undefined
          ? { dataset: from, filters: [...own, { filter: { field: key, oneOf: places } }], key }
          : { dataset: from, filters: own },
      );
    }
    // After an aggregate and the like, a filter no longer speaks of the release's rows.
    isRaw &&= transforms.some((key) => key in transform);
    if (!isRaw || transform.filter === undefined) continue;
    uses = uses.map(({ dataset, filters }) => ({
      dataset,
      filters: readsOnly(transform, data.get(dataset)) ? [...filters, { filter: transform.filter }] : filters,
    }));
  }
  if (view.mark) return [...uses, ...looked];
  return [...looked, ...innerViews(view).flatMap((inner) => usesIn(inner.view, uses, data, transforms))];
}

/** True for a filter of the data set's own fields; not of made fields or selections. */
function readsOnly({ filter }: Transform, dataset: LocalizedDataset | undefined): boolean {
  if (dataset === undefined || JSON.stringify(filter).includes('"param"')) return false;
  return referencesIn({ test: filter }, []).every(
    ({ name, problem }) => problem === undefined && dataset.field(name),
  );
}

/** The indices of the rows that pass, as Vega itself judges. */
function passing(rows: readonly Row[], filters: readonly Transform[], { params = [] }: View): number[] {
  const logger = listening([]);
  const { spec } = compileVegaLite(
    {
      data: { values: rows.map((row, salaRow) => ({ ...row, salaRow })) },
      params: params.filter(({ select }) => select === undefined),
      transform: filters,
      mark: 'point',
      encoding: { detail: { field: 'salaRow' } },
    } as unknown as TopLevelSpec,
    { logger },
  );
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger }).run();
  const last = spec.data?.at(-1)?.name ?? '';
  const indices = view.data(last).map(({ salaRow }: { salaRow: number }) => salaRow);
  view.finalize();
  return indices;
}
