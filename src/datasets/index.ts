export { toCommentedCsv, toCsv } from './csv.ts';
export {
  type Dataset,
  type DatasetFacts,
  type DatasetWords,
  datasetFactsSchema,
  datasetWordsSchema,
} from './dataset.ts';
export { compareReleases, type Difference } from './diff.ts';
export { readWantedPlaces } from './import/find-places.ts';
export { type FileWords, firstWords } from './import/first-words.ts';
export type { Grid } from './import/grid.ts';
export { type Found, guessSchema, type Told } from './import/guess-schema.ts';
export { makeDraft, type Origin } from './import/make-draft.ts';
export { readMetadata } from './import/our-world-in-data.ts';
export { readGrid } from './import/read-grid.ts';
export { type FoundMap, type MapWishes, readMap } from './import/read-map.ts';
export { type LocalizedDataset, type LocalizedField, localize, type PlaceNames } from './localized.ts';
export type { Topology } from './map/topology.ts';
export { nextVersion, type Step, stepOf } from './next-version.ts';
export { type Digests, finishDraft, nextRelease, publish } from './publish.ts';
export { listed, measures, type Selection, selectRows, valuesOf } from './query.ts';
export {
  type Cell,
  type Draft,
  draftName,
  draftSchema,
  type Field,
  isVersion,
  makeRelease,
  type Release,
  type ReleaseFile,
  type Row,
  releaseSchema,
  rowsIn,
} from './release.ts';
export { releaseText } from './release-text.ts';
export { keyOf, readTrace, type Trace, writeTrace } from './trace.ts';
export { digestOf, verifyRows } from './verify.ts';
