export { build, type RenderPages } from './build.ts';
export type { ChartFile } from './chart-downloads.ts';
export { type DrawnChart, type Edition, makeEdition } from './edition.ts';
export { pagePolicy } from './headers.ts';
export { pageCounts } from './page-counts.ts';
export type { PageFile } from './page-files.ts';
export { printBrief } from './print-brief.ts';
export { type Served, serve } from './serve.ts';
