import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDict } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/browser/index.ts';
import { type Served, serve } from '../../src/build/index.ts';
import { nameOf } from '../../src/print/names.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { filesUnder } from '../../src/source/index.ts';
import { remove, repository } from '../sites.ts';
import { formula, hostile, writeHostileSite } from './hostile-site.ts';

const execute = promisify(execFile);

let folder: string;
let dist: string;
let names: readonly string[];
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await writeHostileSite();
  dist = join(folder, 'dist');
  await buildWithoutNetwork();
  names = await filesUnder(dist);
  served = await serve(dist);
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder) await remove(folder);
});

/** Builds the site, with its PDFs; on Linux where nothing can be reached from, not even by its browser. */
async function buildWithoutNetwork(): Promise<void> {
  const command = [join(repository, 'src/cli/build.ts'), '--site', folder, '--out', dist];
  const nowhere = ['--map-root-user', '--net'];
  const isPossible = await execute('unshare', [...nowhere, 'true']).then(
    () => true,
    () => false,
  );
  if (isPossible) await execute('unshare', [...nowhere, process.execPath, ...command]);
  else await execute(process.execPath, command);
}

const read = (name: string) => readFile(join(dist, name), 'utf8');
const under = (end: string) => names.filter((name) => name.endsWith(end));

/** The texts that a page of the English site must show as they were written. */
const shown: readonly [page: string, fields: readonly string[]][] = [
  ['en/', ['tagline', 'title', 'summary']],
  [
    'en/briefs/everything/',
    [
      'title',
      'summary',
      'author',
      'heading',
      'footnote',
      'reference-title',
      'reference-publisher',
      'chart-title',
      'chart-subtitle',
      'chart-description',
    ],
  ],
  ['en/charts/bars/', ['chart-title', 'chart-description']],
  [
    'en/data/people/',
    [
      'data-title',
      'data-description',
      'data-publisher',
      'field-group',
      'field-definition',
      'category',
      'source-title',
      'release-changes',
    ],
  ],
  ['en/glossary/', ['term-share', 'definition-share', 'definition-people']],
  ['en/topics/money/', ['topic']],
  ['en/about/', ['site-name']],
];

test('runs nothing on any page, and shows every text as it was written', { timeout: 240_000 }, async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const happened: string[] = [];
  page.on('dialog', (dialog) => dialog.dismiss());
  page.on('console', (message) => happened.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => happened.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address) && !request.url().startsWith('data:'))
      happened.push(`${page.url()} asked for ${request.url()}`);
  });
  await page.addInitScript(() => {
    const all = globalThis as unknown as { hit(): void };
    all.hit = () => console.log('A script ran');
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      console.log(`The policy stopped ${violatedDirective} ${blockedURI}`),
    );
  });
  for (const name of under('.html')) {
    // Pages that lead to others are gone before they can be looked at.
    if (/http-equiv="refresh"/i.test(await read(name))) continue;
    await page.goto(served.address + name.replace(/index\.html$/, ''), { waitUntil: 'load' });
    const strangers = await page.evaluate(
      () =>
        document.querySelectorAll(
          '[onload], [onerror], script:not([src]):not([type="application/ld+json"]), a[href^="javascript:" i]',
        ).length,
    );
    if (strangers > 0) happened.push(`${name} has ${strangers} elements of strangers`);
  }
  expect(happened).toEqual([]);
  for (const [path, fields] of shown) {
    await page.goto(served.address + path);
    const text = (await page.evaluate(() => document.documentElement.textContent)).replace(/\s+/g, ' ');
    for (const field of fields) expect(text, `${field} on ${path}`).toContain(hostile(field));
  }
  await context.close();
});

test('runs nothing in a live chart', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  const ran: string[] = [];
  page.on('console', (message) => ran.push(message.text()));
  await page.goto(`${served.address}en/charts/bars/`);
  await page.locator('figure.figure .chart[data-live]:visible').first().hover();
  await page.locator('figure.figure[data-state="live"]').first().waitFor({ timeout: 20_000 });
  const box = page.locator('figure.figure .chart[data-live]:visible').first();
  const { x = 0, y = 0, width = 0, height = 0 } = (await box.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  const tooltip = page.locator('figure.figure .chart-tooltip:visible').first();
  await tooltip.waitFor();
  expect((await tooltip.textContent())?.replace(/\s+/g, ' ')).toContain(hostile('field-value'));
  expect(ran).toEqual([]);
  await page.close();
});

test('is well formed in every file for programs', async () => {
  for (const name of [...under('.xml'), ...under('.svg')]) {
    const text = await read(name);
    expect(
      () => new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml'),
      name,
    ).not.toThrow();
    expect(text, name).not.toMatch(/\]\]>|<script|<img/);
  }
  for (const name of names.filter((each) => /json(ld)?$|webmanifest$/.test(each)))
    await expect(read(name).then(JSON.parse), name).resolves.toBeDefined();
  for (const name of under('.html'))
    for (const [, json = ''] of (await read(name)).matchAll(
      /<script type="application\/ld\+json">(.*?)<\/script>/gs,
    ))
      expect(() => JSON.parse(json), name).not.toThrow();
});

test('gives spreadsheets no formula, and programs the numbers as they are', async () => {
  for (const name of under('.csv')) {
    const { data } = Papa.parse<string[]>(await read(name), { comments: '#' });
    for (const cell of data.flat())
      expect(
        /^[=+@\t\r]/.test(cell) || (/^-/.test(cell) && Number.isNaN(Number(cell))),
        `${cell} in ${name}`,
      ).toBe(false);
  }
  const { data } = Papa.parse<string[]>(await read('data/people/1.0.0.csv'));
  expect(data.flat()).toContain(`'${formula}`);
  const rows = JSON.parse(await read('data/people/1.0.0.json')).data as { group: string; value: number }[];
  expect(rows.map(({ group }) => group)).toContain(formula);
  expect(data.slice(1, 1 + rows.length).map((row) => Number(row[3]))).toEqual(rows.map(({ value }) => value));
});

test('stays one entry with its fields in citation files', async () => {
  for (const name of under('.bib')) expect((await read(name)).match(/^@/gm), name).toHaveLength(1);
  for (const name of under('.ris')) {
    const text = await read(name);
    expect(text.match(/^TY {2}- /gm), name).toHaveLength(1);
    expect(text.match(/^ER {2}-/gm), name).toHaveLength(1);
  }
});

test('runs nothing in a PDF, and leads nowhere else than its page does', async () => {
  const library = await PDFiumLibrary.init();
  expect(under('.pdf').length).toBeGreaterThan(2);
  for (const name of under('.pdf')) {
    const bytes = await readFile(join(dist, name));
    const pdf = await readPdf(bytes);
    const actions: string[] = [];
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (object instanceof PDFDict)
        for (const key of ['JS', 'OpenAction', 'AA', 'S'])
          if (object.has(nameOf(key))) actions.push(`${key} ${object.get(nameOf(key))}`);
    expect(
      actions.filter((each) => /^(?:JS|OpenAction|AA)|JavaScript|Launch|SubmitForm|ImportData/.test(each)),
      name,
    ).toEqual([]);
    const opened = await library.loadDocument(bytes);
    const text = [...opened.pages()].map((page) => page.getText()).join(' ');
    opened.destroy();
    if (name.endsWith('everything-en.pdf')) {
      expect(pdf.getTitle()).toBe(hostile('title'));
      expect(text).toContain('<script>hit()</script>');
    }
  }
  library.destroy();
});

test('answers a search with plain text', async () => {
  const page = await browser.newPage();
  const ran: string[] = [];
  page.on('console', (message) => ran.push(message.text()));
  await page.goto(`${served.address}en/search/?q=footnote`);
  const result = page.locator('main mark, main li a').first();
  await result.waitFor();
  expect(await page.locator('main').textContent()).toContain('<script>');
  expect(await page.locator('main :is(img[src="x"], svg[onload], script)').count()).toBe(0);
  expect(ran).toEqual([]);
  await page.close();
});
