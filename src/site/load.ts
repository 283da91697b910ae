import { resolve } from 'node:path';
import type { Brief } from '../briefs/index.ts';
import type { Dataset } from '../datasets/index.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import { checkFiles } from './check-files.ts';
import { checkTexts } from './check-texts.ts';
import { readSiteFiles, type SiteFiles } from './files.ts';
import { readBriefs } from './read-briefs.ts';
import { type Chart, readCharts } from './read-charts.ts';
import { readDatasets } from './read-datasets.ts';
import { type Glossary, readGlossary, readMessages, readSettings, readSiteWords } from './read-interface.ts';
import { startReading } from './reading.ts';
import { resolveBrief } from './resolve-brief.ts';
import type { Settings, SiteWords } from './settings.ts';
import { recallTexts } from './text-cache.ts';

/** A whole site, typed and validated, every reference resolved. */
export interface Site {
  /** The site folder, absolute. */
  folder: string;
  settings: Settings;
  languages: readonly Language[];
  /** The language whose words are complete, and which others fall back on. */
  sourceLanguage: Language;
  words: ReadonlyMap<Language, SiteWords>;
  messages: ReadonlyMap<Language, ReadonlyMap<string, string>>;
  glossary: Glossary;
  datasets: ReadonlyMap<string, Dataset>;
  charts: ReadonlyMap<string, Chart>;
  /** Newest first. */
  briefs: readonly Brief[];
}

export interface Loaded {
  /** The site; missing when there is an error. */
  site: Site | undefined;
  diagnostics: readonly Diagnostic[];
  files: SiteFiles;
}

/** Reads content/ and data/ of a site folder, perhaps after it was read before. The one way in for check, dev, build and the tests. */
export async function loadSite(folder: string, known?: SiteFiles): Promise<Loaded> {
  const files = await readSiteFiles(resolve(folder), known);
  const keepTexts = await recallTexts(files);
  const made = makeSite(files);
  await keepTexts();
  return { ...made, files };
}

/** Makes sense of the files of a site, without touching the disk. */
export function makeSite(files: SiteFiles): Omit<Loaded, 'files'> {
  const diagnostics: Diagnostic[] = [];
  const reading = startReading(files, (diagnostic) => diagnostics.push(diagnostic));
  checkFiles(files, reading.report);
  checkTexts(files, reading.report);
  const settings = readSettings(reading);
  if (!settings) return { site: undefined, diagnostics };
  const words = readSiteWords(reading, settings);
  const messages = readMessages(reading, settings);
  const glossary = readGlossary(reading, settings);
  const datasets = readDatasets(reading, settings, words);
  const charts = readCharts(reading, settings, datasets);
  const briefs = readBriefs(reading, settings)
    .flatMap((draft) => resolveBrief(reading, draft, { settings, datasets, charts, glossary }) ?? [])
    .sort((a, b) =>
      a.facts.date < b.facts.date ? 1 : a.facts.date > b.facts.date ? -1 : a.slug < b.slug ? -1 : 1,
    );
  if (hasErrors(diagnostics)) return { site: undefined, diagnostics };
  const { languages } = settings;
  const [sourceLanguage = ''] = languages;
  const site: Site = {
    folder: files.folder,
    settings,
    languages,
    sourceLanguage,
    words,
    messages,
    glossary,
    datasets,
    charts,
    briefs,
  };
  return { site, diagnostics };
}
