import {
  keyOf,
  type LocalizedDataset,
  type LocalizedField,
  type Row,
  valuesOf,
  writeTrace,
} from '../datasets/index.ts';
import type { ChartSpec } from './source.ts';
import { rowsShown, withNumbers } from './table-rows.ts';

/** The numbers of a chart as a table, in the reader's words. */
export interface ChartTable {
  dataset: string;
  version: string;
  caption: {
    title: string;
    /** Of the only measure; with several, each column has its own. */
    unit: string | undefined;
    /** What all rows have in common and no column says: “Lao PDR”, “2022”. */
    common: readonly string[];
  };
  /** Where its numbers come from; each column and each row adds to it, see writeTrace(). */
  from: string;
  columns: readonly { title: string; numeric: boolean; from?: string }[];
  rows: readonly { cells: readonly string[]; from: string }[];
  /** The first cell of each row names it. */
  rowHeader: boolean;
}

export interface TableSource {
  chart: ChartSpec;
  data: ReadonlyMap<string, LocalizedDataset>;
}

/** A table for each data set that the chart names, of the rows that it draws. */
export function chartTables({ chart, data }: TableSource): ChartTable[] {
  return withNumbers(chart.datasets, data).flatMap((id) => {
    const dataset = data.get(id);
    const rows = dataset ? rowsShown(chart, dataset, data) : [];
    return dataset && rows.length > 0 ? [tableOf(dataset, rows)] : [];
  });
}

// More columns than this are wider than a page.
const mostColumns = 8;

/** Keys and measures only: codes of quality, definitions and sources would drown the numbers, and are in the release. */
function tableOf(dataset: LocalizedDataset, rows: readonly Row[]): ChartTable {
  const keys = dataset.primaryKey.flatMap((name) => dataset.field(name) ?? []);
  const measures = dataset.fields.filter(({ kind }) => kind === 'measure');
  const varying = keys.filter(({ name }) => valuesOf(rows, name).length > 1);
  const shown = varying.length > 0 ? varying : keys.slice(0, 1);
  const [only] = measures;
  const common = keys.filter((key) => !shown.includes(key));
  const crossing = measures.length === 1 && shown.length === 2 ? crossed(shown, rows) : undefined;
  return {
    dataset: dataset.id,
    version: dataset.version,
    from: writeTrace({
      dataset: dataset.id,
      version: dataset.version,
      row: keyOf(rows[0], namesOf(common)),
      ...(crossing && only ? { field: only.name } : {}),
    }),
    caption: {
      title: dataset.title,
      unit: measures.length === 1 ? only?.unit : undefined,
      common: common.map(({ name, show }) => show(rows[0]?.[name])),
    },
    rowHeader: true,
    ...(crossing && only ? crossTable(crossing, only, rows) : longTable(shown, measures, rows)),
  };
}

const namesOf = (fields: readonly LocalizedField[]): string[] => fields.map(({ name }) => name);

interface Crossing {
  down: LocalizedField;
  across: LocalizedField;
}

/** Years go down, places or categories across; none where that would be too wide. */
function crossed(keys: readonly LocalizedField[], rows: readonly Row[]): Crossing | undefined {
  const names = ({ kind }: LocalizedField) => kind === 'place' || kind === 'category';
  const across = keys.find(({ kind }) => kind === 'place') ?? keys.find(names);
  const down = keys.find((key) => key !== across);
  if (!across || !down) return undefined;
  const fits = (field: LocalizedField) => valuesOf(rows, field.name).length <= mostColumns;
  if (fits(across)) return { down, across };
  return names(down) && fits(down) ? { down: across, across: down } : undefined;
}

function crossTable(
  { down, across }: Crossing,
  measure: LocalizedField,
  rows: readonly Row[],
): Pick<ChartTable, 'columns' | 'rows'> {
  const heads = valuesOf(rows, across.name);
  const found = new Map(rows.map((row) => [`${row[down.name]}\n${row[across.name]}`, row[measure.name]]));
  return {
    columns: [
      { title: down.title, numeric: false },
      ...heads.map((head) => ({
        title: across.show(head),
        numeric: true,
        from: writeTrace({ row: new Map([[across.name, head]]) }),
      })),
    ],
    rows: inOrder(valuesOf(rows, down.name), down).map((name) => ({
      from: writeTrace({ row: new Map([[down.name, name]]) }),
      cells: [down.show(name), ...heads.map((head) => measure.show(found.get(`${name}\n${head}`)))],
    })),
  };
}

function longTable(
  keys: readonly LocalizedField[],
  measures: readonly LocalizedField[],
  rows: readonly Row[],
): Pick<ChartTable, 'columns' | 'rows'> {
  const fields = [...keys, ...measures];
  const titled = ({ title, unit, kind }: LocalizedField) =>
    kind === 'measure' && measures.length > 1 && unit !== undefined ? `${title} (${unit})` : title;
  return {
    columns: fields.map((field) => ({
      title: titled(field),
      ...(field.kind === 'measure'
        ? { numeric: true, from: writeTrace({ field: field.name }) }
        : { numeric: false }),
    })),
    rows: rows.map((row) => ({
      from: writeTrace({ row: keyOf(row, namesOf(keys)) }),
      cells: fields.map(({ name, show }) => show(row[name])),
    })),
  };
}

/** Years and dates in their order, all else as the release has it. */
const inOrder = (values: readonly string[], { kind }: LocalizedField): string[] =>
  kind === 'year' || kind === 'date' ? [...values].sort() : [...values];
