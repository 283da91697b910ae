export type { Block, Piece } from './blocks.ts';
export {
  type Brief,
  type BriefDraft,
  briefPlaces,
  type Figure,
  lastChange,
  readingMinutes,
  structureOf,
  type Translation,
} from './brief.ts';
export { components } from './components.ts';
export {
  type PlacedImage,
  type PlacedUse,
  pageAnchors,
  parseBody,
  plainProblems,
  readDocument,
} from './document.ts';
export { briefFactsSchema, factsOf, type Reference } from './facts.ts';
export { id, placePattern } from './fields.ts';
export { frontMatterSchema, splitFrontMatter } from './front-matter.ts';
export { type HistoryEntry, isRevision, noteIdOf, textDigest, versionOf } from './history.ts';
export type { Inline, MarkKind, Words } from './inline.ts';
export { kinds, wordIdsOf } from './kinds/index.ts';
export { restrict } from './restrict.ts';
export { type SourceRecord, sourceRecordSchema } from './source-record.ts';
export {
  findStat,
  measureOf,
  type Stat,
  type StatQuery,
  statQuery,
  type TableQuery,
  tableProblem,
  tableQuery,
} from './stat.ts';
