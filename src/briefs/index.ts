export {
  type Brief,
  type BriefDraft,
  briefPlaces,
  type Figure,
  readingMinutes,
  structureOf,
  type Translation,
} from './brief.ts';
export { componentRule, components } from './components.ts';
export { type BriefDocument, type PlacedImage, type PlacedUse, readDocument } from './document.ts';
export { type BriefFacts, briefFactsSchema, factsOf, type Reference } from './facts.ts';
export { type FrontMatter, frontMatterSchema, splitFrontMatter } from './front-matter.ts';
export { type Fact, type FactValue, kinds, wordIdsOf } from './kinds/index.ts';
export { type Finding, restrict } from './restrict.ts';
export {
  findStat,
  measureOf,
  type Stat,
  type StatQuery,
  statQuery,
  type TableQuery,
  tableQuery,
  unknownField,
} from './stat.ts';
