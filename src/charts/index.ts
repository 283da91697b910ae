import type { Row } from '../datasets/index.ts';
import type { ChartAndSpec, Drawing } from './draw.ts';
import type { Drawn, DrawOrder } from './order.ts';
import type { Frame, PortableSpec } from './portable.ts';
import type { ChartTable, TableSource } from './tables.ts';

export { checkChart } from './check.ts';
export type { LiveFile } from './client/live-file.ts';
export type { Control } from './controls.ts';
export { type Description, sentences } from './describe.ts';
export type { Drawing } from './draw.ts';
export { type MarkRows, rowsOfMarks } from './kept-rows.ts';
export { fieldNames, objectNames } from './maps.ts';
export type { Drawn, DrawOrder } from './order.ts';
export { chartStyles } from './palette.ts';
export { parseChart } from './parse.ts';
export { drawPng } from './png.ts';
export type { Frame, PortableSpec } from './portable.ts';
export { type SharedBrief, sharePicture } from './share-picture.ts';
export { ChartError, type ChartSource } from './source.ts';
export { type StandaloneFrame, standaloneChart } from './standalone.ts';
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

/** Draws what is ordered. Throws a ChartError for what cannot be drawn. */
export const drawOrder = async (order: DrawOrder): Promise<Drawn> =>
  (await import('./order.ts')).drawOrder(order);

/** The spec of a drawn chart, with what stands around it in the page. */
export const framedSpec = async (spec: PortableSpec, frame: Frame): Promise<Record<string, unknown>> =>
  (await import('./portable.ts')).framedSpec(spec, frame);

/** Draws a chart as `drawChart` does, and gives the spec that it was drawn by. */
export const drawChartAndSpec = async (drawing: Drawing): Promise<ChartAndSpec> =>
  (await import('./draw.ts')).drawChartAndSpec(drawing);
