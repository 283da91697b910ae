import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { digestOf } from '../src/datasets/index.ts';
import { briefFiles } from './brief.ts';
import { chartFiles, extractFor } from './charts.ts';
import { type Files, makeSeries, places, releasePath, type Series, seriesFiles } from './series.ts';
import { readStock, type Stock } from './stock.ts';

/** Languages of a generated site; the first is the source. */
export const languages = ['en', 'lo', 'km', 'vi'] as const;

/** Briefs that share a data set. */
const briefsOnSeries = 10;

const repository = resolve(import.meta.dirname, '..');

export const slugOf = (number: number): string => `bench-${String(number + 1).padStart(4, '0')}`;

/**
 * Writes a valid site of so many briefs into a folder. Each brief has about
 * 1,200 words in each language, ten numbers, a table and three charts of its
 * own. The words are sentences of this repository's briefs, and messages,
 * glossary and the site's own words are copied from it; given the same
 * content/, the same bytes come out.
 */
export async function generateSite(folder: string, { briefs }: { briefs: number }): Promise<void> {
  const content = join(repository, 'content');
  for (const name of ['site', 'messages', 'glossary']) {
    await cp(join(content, name), join(folder, 'content', name), { recursive: true });
  }
  await mkdir(join(folder, 'public'), { recursive: true });
  const settings = parse(await readFile(join(content, 'site/site.yaml'), 'utf8'));
  const stocks = await Promise.all(languages.map((language) => readStock(content, language)));
  const files = new Map([
    ['content/site/site.yaml', stringify({ ...settings, ...own(briefs, settings) })],
    ...filesOf(briefs, { stocks, topics: settings.topics }),
  ]);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Settings that are not this repository's: what it names there, a generated site does not have. */
const own = (briefs: number, { places: known }: { places: Readonly<Record<string, object>> }) => ({
  languages: [...languages],
  // Every place has a colour of its own as far as there are any.
  places: { ...known, ...Object.fromEntries(places.slice(0, 6).map((code, n) => [code, { colour: n + 1 }])) },
  featured: Array.from({ length: Math.min(briefs, 2) }, (_, number) => slugOf(number)),
  indicators: [],
});

function filesOf(briefs: number, made: { stocks: readonly Stock[]; topics: readonly string[] }): Files {
  const all = Array.from({ length: Math.ceil(briefs / briefsOnSeries) }, (_, n) => makeSeries(n));
  const files: Files = new Map(all.flatMap((series) => [...seriesFiles(series, made.stocks)]));
  files.set('data/releases.json', digestsOf(all, files));
  for (let number = 0; number < briefs; number += 1) {
    const series = all[Math.floor(number / briefsOnSeries)];
    if (!series) continue;
    const extract = extractFor(slugOf(number), number, series);
    for (const [path, text] of [...chartFiles(extract, made.stocks), ...briefFiles(number, extract, made)]) {
      files.set(path, text);
    }
  }
  return files;
}

/** The register of releases. */
function digestsOf(all: readonly Series[], files: Files): string {
  const digests = all.map((series) => {
    const text = files.get(releasePath(series)) ?? '';
    return [series.id, { [series.version]: digestOf(text) }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`;
}
