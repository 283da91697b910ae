import type { Row } from '../datasets/index.ts';
import type { ChartAndSpec, Drawing } from './draw.ts';
import type { ChartTable, TableSource } from './tables.ts';

export { checkChart } from './check.ts';
export type { Drawing } from './draw.ts';
export { type MarkRows, rowsOfMarks } from './kept-rows.ts';
export { chartStyles } from './palette.ts';
export { parseChart } from './parse.ts';
export type { Frame } from './portable.ts';
export { ChartError, type ChartSource } from './source.ts';
export type { ChartTable } from './tables.ts';
export { type ChartWords, chartWordsSchema } from './words.ts';

// Vega is loaded when the first chart is drawn: whoever only checks a site does without it.

/** Draws one chart in one language at one width, as SVG. Throws a ChartError for what cannot be drawn. */
export const drawChart = async (drawing: Drawing): Promise<string> =>
  (await import('./draw.ts')).drawChart(drawing);

/** A table for each data set that a chart names, of the rows that it draws. */
export const chartTables = async (source: TableSource): Promise<ChartTable[]> =>
  (await import('./tables.ts')).chartTables(source);

/** The rows of each data set that a chart draws, by the data set's id. */
export const chartRows = async ({ chart, data }: TableSource): Promise<Map<string, readonly Row[]>> =>
  (await import('./table-rows.ts')).chartRows(chart, data);

/** Draws a chart as `drawChart` does, and gives the spec that it was drawn by. */
export const drawChartAndSpec = async (drawing: Drawing): Promise<ChartAndSpec> =>
  (await import('./draw.ts')).drawChartAndSpec(drawing);
