export { type BuildOptions, build, type RenderPages } from './build.ts';
export { type DrawnChart, type Edition, makeEdition } from './edition.ts';
export { pagePolicy, securityHeaders } from './headers.ts';
export { type Served, serve } from './serve.ts';
