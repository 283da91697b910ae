import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/index.ts';
import type { Language } from '../src/i18n/index.ts';
import { type Attachment, openPress, type Press } from '../src/print/index.ts';
import { pdfSettings } from '../src/print/printer.ts';
import { projectFolder } from '../src/project.ts';
import { chartKinds } from './charts.ts';
import { generateSite, languages, slugOf } from './generate.ts';
import { CommandFailed, type Meter, measure } from './measure.ts';
import { cpuBelow } from './processes.ts';

/** What one way of printing took for all documents together, in seconds. */
export interface Spent {
  wall: number;
  /** Processor time of this program, and of the browser that it started; unknown on some systems. */
  node: number;
  browser: number | undefined;
}

/** Ways of printing the same files, measured side by side. */
export interface PrintingFigures {
  briefs: number;
  documents: number;
  /** How many are printed side by side. */
  atOnce: number;
  /** By the browser alone. */
  plain: Spent;
  /** By the press, each file for the first time. */
  press: Spent;
  /** By the press, when nothing has changed. */
  again: Spent;
}

const atOnce = 2;
/** Both ways take turns after so many files, so that whatever else the machine does disturbs both. */
const turn = 2 * atOnce;

/**
 * Generates a site of so many briefs in a folder that is removed afterwards,
 * builds it without PDFs, and prints every single file: as the browser does by
 * itself, and as the press does. Both browsers run before the clock does.
 */
export async function benchmarkPrinting(
  briefs: number,
  { meter, say }: { meter: Meter; say: (progress: string) => void },
): Promise<PrintingFigures> {
  const folder = join(projectFolder, `node_modules/.cache/sala/bench/printing-${briefs}-${process.pid}`);
  const site = join(folder, 'site');
  const out = join(site, 'dist');
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  const kept = join(folder, 'pdf');
  const press = await openPress(atOnce, kept);
  try {
    say(`printing ${briefs} briefs: generating and building`);
    await generateSite(site, { briefs });
    const script = ['src/cli/build.ts', '--no-pdf', '--site', site, '--out', out, '--base', '/'];
    await measure(script, { folder: projectFolder, notes: join(folder, 'build.txt'), meter });
    const jobs = await jobsOf(site, out, briefs);

    const pages = await Promise.all(Array.from({ length: atOnce }, () => browser.newPage({ offline: true })));
    const plain = async ({ file }: Job, lane: number) => printPlainly(pages[lane] as Page, file);
    const pressed = async ({ file, record, ...others }: Job, title = record.title) => {
      const { problems } = await press.print(file, { ...others, record: { ...record, title } });
      if (problems.length > 0) throw new CommandFailed(`${file}: ${problems.join(' ')}`);
    };
    const [first] = jobs;
    if (first) {
      await Promise.all(pages.map((page) => printPlainly(page, first.file)));
      // Under other names, so that the press does not know the file when it comes to it.
      await Promise.all(pages.map((_, n) => pressed(first, `${n}`)));
    }

    const none: Spent = { wall: 0, node: 0, browser: 0 };
    const spent = { plain: none, press: none, again: none };
    for (let start = 0; start < jobs.length; start += turn) {
      say(`printing ${briefs} briefs: ${start} of ${jobs.length}`);
      const some = jobs.slice(start, start + turn);
      spent.plain = sum(spent.plain, await measured(some, plain));
      spent.press = sum(spent.press, await measured(some, (job) => pressed(job)));
    }
    spent.again = await measured(jobs, (job) => pressed(job));
    return { briefs, documents: jobs.length, atOnce, ...spent };
  } finally {
    await press.close();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A single file, and what goes into its PDF: about what a build puts there. */
interface Job extends Finishing {
  file: string;
}

type Finishing = Parameters<Press['print']>[1];

async function jobsOf(site: string, out: string, briefs: number): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const slug of Array.from({ length: briefs }, (_, number) => slugOf(number))) {
    const attachments = await Promise.all(
      chartKinds.map(async (kind): Promise<Attachment> => {
        const id = `${slug}-${kind}`;
        const bytes = await readFile(join(site, 'content/charts', id, 'chart.vl.json'));
        const name = `${id}.vl.json`;
        const mediaType = 'application/json';
        return { name, mediaType, bytes, description: id, relationship: 'Source', date: '2026-01-15' };
      }),
    );
    for (const language of languages)
      jobs.push({
        file: join(out, language, 'briefs', slug, `${slug}-${language}.html`),
        record: recordOf(slug, language),
        attachments,
        direction: 'ltr',
      });
  }
  return jobs;
}

const recordOf = (slug: string, language: Language): Finishing['record'] => ({
  title: slug,
  authors: ['Sala'],
  publisher: 'Sala',
  language,
  date: '2026-01-15',
  description: slug,
  keywords: [],
  rights: 'CC0-1.0',
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  identifier: `https://example.org/${language}/${slug}`,
});

async function printPlainly(page: Page, file: string): Promise<void> {
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.pdf(pdfSettings);
}

/** Prints files side by side, and gives what that took. */
async function measured(
  jobs: readonly Job[],
  print: (job: Job, lane: number) => Promise<void>,
): Promise<Spent> {
  const browserBefore = await cpuBelow(process.pid);
  const nodeBefore = process.cpuUsage();
  const begin = performance.now();
  const waiting = jobs.values();
  const work = async (_: unknown, lane: number): Promise<void> => {
    for (const job of waiting) await print(job, lane);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const wall = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(nodeBefore);
  const browserAfter = await cpuBelow(process.pid);
  const known = browserBefore !== undefined && browserAfter !== undefined;
  return {
    wall,
    node: (user + system) / 1e6,
    browser: known ? browserAfter - browserBefore : undefined,
  };
}

const sum = (a: Spent, b: Spent): Spent => ({
  wall: a.wall + b.wall,
  node: a.node + b.node,
  browser: a.browser === undefined || b.browser === undefined ? undefined : a.browser + b.browser,
});
