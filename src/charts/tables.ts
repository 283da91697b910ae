import { type LocalizedDataset, type LocalizedField, type Row, valuesOf } from '../datasets/index.ts';
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
  columns: readonly { title: string; numeric: boolean }[];
  rows: readonly { cells: readonly string[] }[];
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
  const about = {
    dataset: dataset.id,
    version: dataset.version,
    caption: {
      title: dataset.title,
      unit: measures.length === 1 ? only?.unit : undefined,
      common: keys.filter((key) => !shown.includes(key)).map(({ name, show }) => show(rows[0]?.[name])),
    },
    rowHeader: true,
  };
  const crossing = measures.length === 1 && shown.length === 2 ? crossed(shown, rows) : undefined;
  return {
    ...about,
    ...(crossing && only ? crossTable(crossing, only, rows) : longTable(shown, measures, rows)),
  };
}

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
      ...heads.map((head) => ({ title: across.show(head), numeric: true })),
    ],
    rows: inOrder(valuesOf(rows, down.name), down).map((name) => ({
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
    columns: fields.map((field) => ({ title: titled(field), numeric: field.kind === 'measure' })),
    rows: rows.map((row) => ({ cells: fields.map(({ name, show }) => show(row[name])) })),
  };
}

/** Years and dates in their order, all else as the release has it. */
const inOrder = (values: readonly string[], { kind }: LocalizedField): string[] =>
  kind === 'year' || kind === 'date' ? [...values].sort() : [...values];
