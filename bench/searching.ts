import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { check } from '../src/check/index.ts';
import type { Language } from '../src/i18n/index.ts';
import { projectFolder } from '../src/project.ts';
import { Library } from '../src/search/client/library.ts';
import { makeIndex, searchRecords } from '../src/search/index.ts';
import { readQuery } from '../src/search/query.ts';
import { makeLocale } from '../src/site/index.ts';
import { generateSite } from './generate.ts';
import { CommandFailed } from './measure.ts';

/** What the index of one language takes. */
export interface SearchingFigures {
  briefs: number;
  language: Language;
  records: number;
  files: number;
  /** To make it, in seconds. */
  wall: number;
  /** Of all files, compressed with gzip. */
  bytes: number;
  /** What a reader loads for a first query, over all queries of the tests, compressed; and in how many files. */
  first: { mean: number; most: number; head: number; files: number };
  /** To answer a query once its files are there, in milliseconds. */
  answer: number;
}

/** Generates a site of so many briefs, makes its index, and asks it what the tests ask. */
export async function benchmarkSearching(
  briefs: number,
  { say }: { say: (progress: string) => void },
): Promise<SearchingFigures[]> {
  const folder = join(projectFolder, `node_modules/.cache/sala/bench/searching-${briefs}-${process.pid}`);
  const asked = JSON.parse(
    await readFile(join(projectFolder, 'test/fixtures/searches.json'), 'utf8'),
  ) as Record<Language, [string, string][]>;
  try {
    say(`searching ${briefs} briefs: generating`);
    await generateSite(folder, { briefs });
    const { site, report } = await check(folder);
    if (!site) throw new CommandFailed(report('text'));
    const figures: SearchingFigures[] = [];
    for (const language of site.languages) {
      say(`searching ${briefs} briefs: ${language}`);
      const begin = performance.now();
      const records = searchRecords(site, language, (each) => makeLocale(site, each));
      const { files } = makeIndex(language, records);
      const wall = (performance.now() - begin) / 1000;
      const size = (name: string) => gzipSync(files.get(name) ?? '').length;
      figures.push({
        briefs,
        language,
        records: records.length,
        files: files.size,
        wall,
        bytes: [...files.keys()].reduce((sum, name) => sum + size(name), 0),
        ...(await ask(
          files,
          (asked[language] ?? []).map(([words]) => words),
          size,
        )),
      });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks as a browser does, each query for the first time. */
async function ask(
  files: ReadonlyMap<string, string>,
  queries: readonly string[],
  size: (name: string) => number,
): Promise<Pick<SearchingFigures, 'first' | 'answer'>> {
  const loaded: string[][] = [];
  let spent = 0;
  const fetched = globalThis.fetch;
  globalThis.fetch = async (address) => {
    loaded.at(-1)?.push(String(address));
    return new Response(files.get(String(address)));
  };
  try {
    for (const words of queries) {
      const query = readQuery(words);
      if (!query) continue;
      loaded.push([]);
      const library = new Library('');
      await library.settled(query, (await library.ask(query)).slice(0, 10));
      const begin = performance.now();
      await library.settled(query, (await library.ask(query)).slice(0, 10));
      spent += performance.now() - begin;
    }
  } finally {
    globalThis.fetch = fetched;
  }
  const bytes = loaded.map((names) => names.reduce((sum, name) => sum + size(name), 0));
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  return {
    first: {
      mean: mean(bytes),
      most: Math.max(...bytes),
      head: size('index.json'),
      files: mean(loaded.map((names) => names.length)),
    },
    answer: spent / loaded.length,
  };
}
