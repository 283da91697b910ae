export { recordKinds } from './format.ts';
export { makeIndex, type SearchIndex } from './make-index.ts';
export { type SearchRecord, searchRecords } from './records.ts';
