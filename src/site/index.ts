export {
  type Addresses,
  dataAnchor,
  figureAnchor,
  makeAddresses,
  referenceAnchor,
  releaseAnchor,
  termAnchor,
  titleAnchor,
} from './addresses.ts';
export { outlineOf, termsUsed } from './brief-page.ts';
export { type ChartEdition, chartEdition, chartEditions } from './chart-editions.ts';
export { chartNotes } from './chart-notes.ts';
export { chartCitation, citation, sourceText } from './citation.ts';
export { dataGrid, type Grid } from './data-table.ts';
export { embedCode } from './embed-code.ts';
export { readSiteFiles, type SiteFiles } from './files.ts';
export { readSiteFilesAt } from './files-at.ts';
export { type Loaded, loadSite, makeSite, type Site } from './load.ts';
export { type Locale, makeLocale } from './locale.ts';
export { type Page, pagesOf } from './pages.ts';
export { printStyle } from './print-style.ts';
export { qrCode } from './qr-code.ts';
export type { Chart } from './read-charts.ts';
export { type DataFolder, findRelease, readDataFolder } from './read-releases.ts';
export { downloadNote, licenceAddress } from './record.ts';
export { schemaFiles } from './schema-files.ts';
export type { AdminSettings, Settings } from './settings.ts';
export { type ShownFact, shownFacts } from './shown-facts.ts';
export { shownStat } from './shown-stat.ts';
export { sitemap } from './sitemap.ts';
export { briefsWithChart, briefsWithData, chartsWithData } from './uses.ts';
