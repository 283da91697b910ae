import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language } from '../src/i18n/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { generateSite, languages, slugOf } from './generate.ts';
import { type Cost, type Meter, measure } from './measure.ts';
import { type PageWeight, weighPage } from './page-weight.ts';

/** What is measured: commands of the project, in the order in which they run on one generated site. */
export interface Step {
  name: string;
  /** The script and its arguments, for a site folder and the folder of the built site. */
  script(site: string, out: string): readonly string[];
}

export const steps: readonly Step[] = [
  { name: 'check', script: (site) => ['src/cli/check.ts', '--site', site] },
  { name: 'build', script: (site, out) => ['src/cli/build.ts', '--site', site, '--out', out, '--base', '/'] },
];

/** The figures of a site of one size. */
export interface Figures {
  briefs: number;
  languages: readonly Language[];
  steps: readonly (Cost & { name: string })[];
  /** The built site, uncompressed. */
  output: { files: number; pages: number; bytes: number };
  /** The page of the first brief in each language. */
  pages: readonly (PageWeight & { language: Language })[];
}

const repository = resolve(import.meta.dirname, '..');

/** Generates a site of so many briefs in a folder that is removed afterwards, and measures every step. */
export async function benchmark(
  briefs: number,
  { meter, say }: { meter: Meter; say: (progress: string) => void },
): Promise<Figures> {
  const folder = join(repository, `node_modules/.cache/sala/bench/${briefs}-${process.pid}`);
  const site = join(folder, 'site');
  const out = join(site, 'dist');
  await mkdir(folder, { recursive: true });
  try {
    say(`${briefs} briefs: generating`);
    await generateSite(site, { briefs });
    const costs: (Cost & { name: string })[] = [];
    for (const { name, script } of steps) {
      say(`${briefs} briefs: ${name}`);
      const notes = join(folder, `${name}.txt`);
      costs.push({ name, ...(await measure(script(site, out), { folder: repository, notes, meter })) });
    }
    const pages = await Promise.all(
      languages.map(async (language) => ({
        language,
        ...(await weighPage(out, `${language}/briefs/${slugOf(0)}/index.html`)),
      })),
    );
    return { briefs, languages, steps: costs, output: await sizeOf(out), pages };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizeOf(folder: string): Promise<Figures['output']> {
  const files = await filesUnder(folder);
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))));
  return {
    files: files.length,
    pages: files.filter((file) => file.endsWith('.html')).length,
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
  };
}
