import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems, openPage } from './reader.ts';

const published = inject('published');
const page = (path: string) => readFile(join(published, path, 'index.html'), 'utf8');

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

test('the page of a place shows its newest numbers, its briefs and its charts, without a script', async () => {
  const html = await page('vi/places/lao');
  expect(html).toMatch(/<data value="28\.\d+"[^>]*>28,7%<\/data>/);
  expect(html).toContain('href="/vi/briefs/vangvieng-workshop-2025/"');
  expect(html).toContain('href="/vi/charts/out-of-pocket-lao-cambodia/"');
  expect(html).not.toContain('<script type="module"');
});

test.each([320, 1280])('places, comparisons and lists fit a screen of %i px', async (width) => {
  for (const path of [
    'en/places/lao/',
    'km/places/who-wpr/',
    'vi/compare/',
    'lo/compare/lao-khm/',
    'lo/',
    'km/topics/coverage/',
  ]) {
    const { page, complaints, close } = await openPage(browser, `${site.address}${path}`, {
      width,
      scripts: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    expect(complaints, path).toEqual([]);
    expect(await accessibilityProblems(page), path).toEqual([]);
    await close();
  }
});

test('a line ends where a series breaks', async () => {
  const html = await page('en/places/lao');
  const [chart = ''] = /<svg[\s\S]*?<\/svg>/.exec(html.slice(html.indexOf('class="indicator"'))) ?? [];
  // The first indicator is the out-of-pocket share; the other path of a colour is that of its key.
  const paths = (colour: string) => chart.match(new RegExp(`<path[^>]* stroke="var\\(--${colour}\\)"`, 'g'));
  expect(['chart-1', 'chart-2', 'chart-3'].map((colour) => paths(colour)?.length)).toEqual([3, 2, 3]);
});

test('any places can be compared, by an address too', async () => {
  const address = `${site.address}lo/compare/#chart=places&first=KHM&second=VNM&third=WLD`;
  const { page, complaints, close } = await openPage(browser, address, { width: 1280, scripts: true });
  const columns = page.locator('th[data-place]:visible');
  const first = page.locator('.indicator').first().locator('svg:visible');
  await page.locator('figure[data-state=live]').nth(10).waitFor();
  expect(await columns.allTextContents()).toEqual(['ກຳປູເຈຍ', 'ຫວຽດນາມ', 'ໂລກ']);
  await page.selectOption('select[name=third]', 'null');
  await page.selectOption('select[name=first]', '"LAO"');
  await expect.poll(() => first.textContent()).toMatch(/ສປປ ລາວ.*ຫວຽດນາມ/);
  expect(await first.textContent()).not.toContain('ກຳປູເຈຍ');
  expect(await columns.allTextContents()).toEqual(['ສປປ ລາວ', 'ຫວຽດນາມ']);
  expect(page.url()).toContain('first=LAO&second=VNM&third=null');
  expect(complaints).toEqual([]);
  await close();
});
