import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems, type OpenPage, openPage } from './reader.ts';

const asked = {
  en: { words: 'recall periods', title: 'Cambodia leans on households', marked: 'recall periods' },
  lo: { words: 'ແບບສອບຖາມ', title: 'ກຳປູເຈຍອາໄສຄົວເຮືອນ', marked: 'ແບບສອບຖາມ' },
  km: { words: 'កម្រងសំណួរ', title: 'កម្ពុជាពឹងផ្អែកលើគ្រួសារ', marked: 'កម្រងសំណួរ' },
  vi: { words: 'rao can ve dia ly', title: 'Campuchia dựa vào hộ gia đình', marked: 'rào cản về địa lý' },
};
const languages = Object.keys(asked) as (keyof typeof asked)[];

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('published'))]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = (path: string, width = 1000): Promise<OpenPage> =>
  openPage(browser, `${site.address}${path}`, { width, scripts: true });
/** Waits until the live region says something. */
const answered = ({ page }: OpenPage) => page.locator('.search-status:not(:empty)').waitFor();

describe.each(languages)('the search in %s', (language) => {
  const { words, title, marked } = asked[language];

  test('answers while typing, by keyboard, with the words marked', async () => {
    const opened = await open(`${language}/search/`);
    const { page, complaints } = opened;
    const hosts = new Set<string>();
    let bytes = opened.fetched
      .filter(({ url }) => url.includes('/scripts/'))
      .reduce((sum, each) => sum + each.bytes, 0);
    page.on('response', async (response) => {
      hosts.add(new URL(response.url()).origin);
      if (/\/(scripts|search)\//.test(response.url()))
        bytes += gzipSync(await response.body().catch(() => '')).length;
    });
    await page.getByRole('searchbox').focus();
    await page.keyboard.insertText(words);
    await answered(opened);
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('a:focus');
    expect(await focused.textContent()).toContain(title);
    expect(await page.locator('.search-results li').first().locator('mark').allTextContents()).toContain(
      marked,
    );
    expect(await page.locator('.search-lists').isVisible()).toBe(false);
    // The address leads to the same results.
    expect(new URL(page.url()).searchParams.get('q')).toBe(words);
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('searchbox').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/briefs\/[^/]+\/#/);
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1);
    expect(complaints).toEqual([]);
    expect([...hosts].filter((host) => !site.address.startsWith(host))).toEqual([]);
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThan(60_000);
    await opened.close();
  });

  test('fits a small screen, and is accessible, with results and without', async () => {
    const opened = await open(`${language}/search/?q=${encodeURIComponent(words)}`, 320);
    const { page } = opened;
    await answered(opened);
    await page.locator('.search-narrow summary').click();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('searchbox').fill('');
    await page.locator('.search-lists').waitFor();
    expect(await overflow()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await opened.close();
  });

  test('offers lists without scripts', async () => {
    const { page, close } = await openPage(browser, `${site.address}${language}/search/`, { width: 360 });
    expect(await page.locator('noscript').textContent()).not.toBe('');
    expect(await page.locator('.search-narrow').isVisible()).toBe(false);
    const links = await page
      .locator('.search-lists a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    for (const part of ['/topics/', '/places/', '/glossary/'])
      expect(
        links.some((link) => link.includes(part)),
        part,
      ).toBe(true);
    await close();
  });
});

test('filters narrow results down, with counts, and stand in the address', async () => {
  const opened = await open('en/search/?q=health');
  const { page } = opened;
  await answered(opened);
  await page.locator('.search-narrow summary').click();
  const option = page.locator('select[name=kind] option[value=chart]');
  const [, count] = /\((\d+)\)/.exec((await option.textContent()) ?? '') ?? [];
  await page.locator('select[name=kind]').selectOption('chart');
  await page.getByText(`Results: ${count}`).waitFor();
  expect(new URL(page.url()).search).toBe('?q=health&kind=chart');
  expect(new Set(await page.locator('.search-results .kicker').allTextContents())).toEqual(
    new Set(['Chart']),
  );
  await page.reload();
  await page.getByText(`Results: ${count}`).waitFor();
  await opened.close();
});

test('other languages are searched on request, and their results say so', async () => {
  const opened = await open('en/search/?q=ເງິນກີບ');
  const { page } = opened;
  await page.getByText('Nothing found').waitFor();
  await page.locator('.search-narrow summary').click();
  await page.locator('select[name=language]').selectOption('all');
  const first = page.locator('.search-results a').first();
  await first.waitFor();
  expect(await first.getAttribute('lang')).toBe('lo');
  expect(await first.getAttribute('href')).toMatch(/^\/lo\//);
  await opened.close();
});

test('every page leads to the search', async () => {
  const { page, close } = await openPage(browser, `${site.address}km/about/`, { width: 360 });
  expect(await page.locator('header a[href$="/km/search/"]').isVisible()).toBe(true);
  await close();
});
