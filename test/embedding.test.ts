import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { loadSite } from '../src/site/index.ts';
import { accessibilityProblems, foreignFonts, openPage } from './reader.ts';
import { repository } from './sites.ts';

const published = inject('published');
const languages = ['en', 'lo', 'km', 'vi'];
const { site: content } = await loadSite(repository);
if (!content) throw new Error('The repository does not load');
const page = (path: string) => readFile(join(published, path, 'index.html'), 'utf8');
const entities: Record<string, string> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const unescaped = (text: string) => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

let browser: Browser;
let site: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(published);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const others: Server[] = [];
afterAll(() => {
  for (const server of others) server.close();
});

/** A page of somebody else, with a part of HTML in it. */
const elsewhere = (html: string): Promise<string> =>
  new Promise((done) => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>${html}`);
    }).listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
    others.push(server);
  });

describe('a chart in a frame', () => {
  const path = (language: string) => `${language}/charts/out-of-pocket-lao-cambodia/embed/`;

  test('may stand in any page, and no other page may', async () => {
    const policyOf = async (address: string) =>
      (await fetch(site.address + address)).headers.get('content-security-policy');
    for (const language of languages) expect(await policyOf(path(language))).toMatch(/frame-ancestors \*$/);
    for (const other of ['en/', 'en/charts/out-of-pocket-lao-cambodia/', '404', 'en/charts/x/embed/'])
      expect(await policyOf(other)).toMatch(/frame-ancestors 'none'$/);
  });

  test.each(languages)('by the code that its page gives, in %s', async (language) => {
    const html = await page(`${language}/charts/out-of-pocket-lao-cambodia`);
    const [, written = ''] = /<textarea[^>]* readonly[^>]*>([\s\S]*?)<\/textarea>/.exec(html) ?? [];
    const code = unescaped(written).replace('https://sala.example/', site.address);
    const tab = await browser.newPage({ viewport: { width: 360, height: 1200 } });
    await tab.goto(await elsewhere(code));
    const frame = tab.frameLocator('iframe');
    await frame.locator('.chart-narrow svg').waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe(language);
    const words = content.charts.get('out-of-pocket-lao-cambodia')?.words.get(language);
    expect(await tab.locator('iframe').getAttribute('title')).toBe(words?.title);
    expect(await frame.locator('h1').textContent()).toBe(words?.title);
    // It needs no scrolling within the page around it.
    const [needed, given] = await frame
      .locator('html')
      .evaluate((root) => [root.scrollHeight, root.clientHeight]);
    expect(needed).toBeLessThanOrEqual(given ?? 0);
    await tab.close();
  });

  test.each(languages.flatMap((language) => [320, 720].map((width) => [language, width] as const)))(
    'in %s at %i px is small, whole, and has no barrier that axe knows',
    async (language, width) => {
      const {
        page: tab,
        complaints,
        fetched,
        close,
      } = await openPage(browser, site.address + path(language), { width });
      expect(await tab.locator('.chart svg:visible').count()).toBe(1);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const ours = fetched.filter(({ type }) => !type.includes('font'));
      expect(ours.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(25_000);
      expect(await foreignFonts(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await tab.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
      await close();
      const again = await openPage(browser, site.address + path(language), { width, scripts: true });
      expect(await accessibilityProblems(again.page)).toEqual([]);
      await again.close();
    },
  );
});
