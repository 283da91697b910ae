export { checkChart } from './check.ts';
export { type Drawing, drawChart } from './draw.ts';
export { chartPalette, chartStyles, type PaletteColour } from './palette.ts';
export { parseChart } from './parse.ts';
export type { PlaceColour } from './place-colours.ts';
export { ChartError, type ChartSource } from './source.ts';
export { type ChartTable, chartTables } from './tables.ts';
export { type ChartWords, chartWordsSchema } from './words.ts';
