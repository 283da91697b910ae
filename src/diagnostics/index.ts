export * from './diagnostic.ts';
export { type Reporter, reporters, reportText } from './report.ts';
export { closest, didYouMean, quote } from './suggest.ts';
