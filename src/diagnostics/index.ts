export * from './diagnostic.ts';
export { excerpt, type Reporter, reporters, reportText, summary } from './report.ts';
export { closest, didYouMean, quote } from './suggest.ts';
