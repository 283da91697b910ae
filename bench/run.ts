import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { compressFiles } from '../src/build/compress.ts';
import type { Language } from '../src/i18n/index.ts';
import { projectFolder } from '../src/project.ts';
import { filesUnder } from '../src/source/index.ts';
import { firstChart } from './first-chart.ts';
import { generateSite, languages, slugOf } from './generate.ts';
import { type Cost, type Meter, measure } from './measure.ts';
import { type PageWeight, weighPage } from './page-weight.ts';
import { makePlainProject, plainBuild } from './plain.ts';

/** A command that was measured. */
export interface Step extends Cost {
  name: string;
  /** What it found already made. */
  from: string;
}

/** A built site, and the page of its first brief in each language. */
export interface Output {
  by: 'Sala' | 'plain Astro';
  files: number;
  pages: number;
  /** Uncompressed, in bytes. */
  bytes: number;
  weights: readonly (PageWeight & {
    language: Language;
    /** Milliseconds until a reader sees the first chart, over a slow 4G link. */
    firstChart: number;
  })[];
}

/** The figures of a site of one size; the first step is plain Astro's, and all are held against it. */
export interface Figures {
  briefs: number;
  languages: readonly Language[];
  steps: readonly Step[];
  outputs: readonly Output[];
}

interface Benchmark {
  meter: Meter;
  browser: Browser;
  /** Whether the site is built with PDFs too. */
  prints: boolean;
  say(progress: string): void;
}

/**
 * Generates a site of so many briefs in a folder that is removed afterwards,
 * builds it by plain Astro and by Sala, and measures every step. The folder of
 * what Sala keeps is empty at first, so that a clean build compiles, draws and
 * compresses everything.
 */
export async function benchmark(
  briefs: number,
  { meter, browser, prints, say }: Benchmark,
): Promise<Figures> {
  const folder = join(projectFolder, `.cache/bench/${briefs}-${process.pid}`);
  const site = join(folder, 'site');
  const plain = join(folder, 'plain');
  const out = (name: string) => join(folder, name, 'dist');
  const steps: Step[] = [];
  const step = async (
    name: string,
    from: string,
    script: readonly string[],
    { cwd = projectFolder, variables = {} }: { cwd?: string; variables?: Record<string, string> } = {},
  ) => {
    say(`${briefs} briefs: ${name}`);
    const notes = join(folder, 'notes.txt');
    steps.push({ name, from, ...(await measure(script, { folder: cwd, notes, meter, variables })) });
  };
  const sala = (name: string, from: string, [command = '', ...options]: readonly string[], cache: string) =>
    step(
      name,
      from,
      ['--import', './src/cli/compile-cache.ts', `src/cli/${command}.ts`, '--site', site, ...options],
      { variables: { SALA_CACHE: join(folder, cache) } },
    );
  const builds = async (cache: string, what: string, options: readonly string[]) => {
    const build = ['build', '--base', '/', '--out', out(cache), ...options];
    await sala(`clean build${what}`, 'nothing', build, cache);
    await sala(`build again${what}`, 'everything', build, cache);
    await appendFile(join(site, `content/briefs/${slugOf(0)}/en.mdx`), '\nOne sentence more.\n');
    await sala(`one sentence changed${what}`, 'all but one brief and the lists', build, cache);
  };
  await mkdir(folder, { recursive: true });
  try {
    say(`${briefs} briefs: generating`);
    await generateSite(site, { briefs });
    await makePlainProject(plain, site);
    await step('plain Astro', 'nothing', plainBuild, {
      cwd: plain,
      variables: { ASTRO_TELEMETRY_DISABLED: '1' },
    });
    await builds('kept', '', ['--no-pdf']);
    await sala('check', 'the texts', ['check'], 'kept');
    if (prints) await builds('kept-with-pdf', ', with PDFs', []);
    say(`${briefs} briefs: looking at pages`);
    // Hosts compress what was not compressed beforehand.
    await compressFiles(
      join(plain, 'dist'),
      await filesUnder(join(plain, 'dist')),
      join(folder, 'compressed'),
    );
    const slug = slugOf(0);
    const outputs = [
      await outputOf('plain Astro', join(plain, 'dist'), (language) => `${language}/${slug}/`, browser),
      await outputOf('Sala', out('kept'), (language) => `${language}/briefs/${slug}/`, browser),
    ];
    return { briefs, languages, steps, outputs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function outputOf(
  by: Output['by'],
  folder: string,
  pageOf: (language: Language) => string,
  browser: Browser,
): Promise<Output> {
  const files = await filesUnder(folder);
  const sizes = await Promise.all(
    files
      .filter((file) => !/\.(?:br|gz)$/.test(file))
      .map(async (file) => (await stat(join(folder, file))).size),
  );
  const weights: Output['weights'][number][] = [];
  for (const language of languages)
    weights.push({
      language,
      ...(await weighPage(folder, `${pageOf(language)}index.html`)),
      firstChart: await firstChart(browser, folder, pageOf(language)),
    });
  return {
    by,
    files: sizes.length,
    pages: files.filter((file) => file.endsWith('.html')).length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    weights,
  };
}
