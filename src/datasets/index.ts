export { toCsv } from './csv.ts';
export {
  type Dataset,
  type DatasetFacts,
  type DatasetWords,
  datasetFactsSchema,
  datasetWordsSchema,
} from './dataset.ts';
export { type LocalizedDataset, type LocalizedField, localize } from './localized.ts';
export { listed, measures, type Selection, selectRows, valuesOf } from './query.ts';
export {
  type Cell,
  type Field,
  isVersion,
  makeRelease,
  type Release,
  type ReleaseFile,
  type Row,
  releaseSchema,
} from './release.ts';
export { digestOf, verifyRows } from './verify.ts';
