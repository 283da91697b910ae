export {
  type Addresses,
  briefPath,
  dataAnchor,
  figureAnchor,
  makeAddresses,
  referenceAnchor,
  releaseAnchor,
  termAnchor,
  titleAnchor,
  versionPath,
} from './addresses.ts';
export { figuresOf, outlineOf, termsUsed } from './brief-page.ts';
export { type ChartEdition, chartEdition, chartEditions } from './chart-editions.ts';
export { chartNotes } from './chart-notes.ts';
export { dataCatalogue } from './data-catalogue.ts';
export { cataloguePackage, type Described, datasetPackage } from './data-package.ts';
export { dataGrid, type Grid } from './data-table.ts';
export { embedCode } from './embed-code.ts';
export { readSiteFiles, type SiteFiles } from './files.ts';
export { readSiteFilesAt } from './files-at.ts';
export { currentFormat, migrate } from './format.ts';
export { type GlossaryEntry, glossaryEntries } from './glossary-entries.ts';
export { homeBriefs } from './home.ts';
export { choices } from './indicator-charts.ts';
export { indicatorOf } from './indicators.ts';
export { type BriefList, briefLists, type Listing, listings, listName } from './lists.ts';
export { type Loaded, loadSite, makeSite, type Site } from './load.ts';
export { type Locale, makeLocale } from './locale.ts';
export { neighboursOf } from './neighbours.ts';
export { hasFeed, type Page, pagesOf } from './pages.ts';
export { briefsAbout, type Pair, pairId, pairsCompared, placesShown } from './places.ts';
export { printStyle } from './print-style.ts';
export { publishedSite } from './published.ts';
export { qrCode } from './qr-code.ts';
export type { Chart } from './read-charts.ts';
export { type DataFolder, findRelease, readDataFolder } from './read-releases.ts';
export { fileDigest, versionsFolder } from './read-versions.ts';
export { downloadNote, licenceAddress } from './record.ts';
export { movedPaths, type Redirect, redirectsOf } from './redirects.ts';
export { relatedBriefs } from './related.ts';
export { type ReleaseChanges, releaseChanges } from './release-changes.ts';
export { type FiledRelease, fileRelease, type ReleaseDownload, readReleaseFiles } from './release-files.ts';
export { type RowFilter, rowFilters } from './row-filters.ts';
export { schemaFiles } from './schema-files.ts';
export type { AdminSettings, Settings } from './settings.ts';
export { type ShownFact, shownFacts } from './shown-facts.ts';
export {
  changesSince,
  officialInstead,
  type ShownEntry,
  shownHistory,
  shownReview,
} from './shown-history.ts';
export { type ShownValue, shownIndicator } from './shown-indicator.ts';
export { referenceText, shownStat, statText } from './shown-stat.ts';
export { sitemap } from './sitemap.ts';
export {
  choicePanels,
  comparedPlaces,
  type Panel,
  pairPanels,
  placePanels,
  smallCharts,
  startingPair,
} from './small-charts.ts';
export { sourceText } from './source-text.ts';
export { type Above, trailOf } from './trail.ts';
export { allVersions, briefsWithChart, briefsWithData, chartsWithData } from './uses.ts';
