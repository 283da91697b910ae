import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems, openPage } from './reader.ts';

const languages = ['en', 'lo', 'km', 'vi'];
const brief = 'lao-cambodia-health-protection';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(inject('published'));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each(languages)('the definition of a term in %s, without scripts', (language) => {
  const withBrief = async (options: BrowserContextOptions, look: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...options });
    const page = await context.newPage();
    await page.goto(`${site.address}${language}/briefs/${brief}/`);
    await look(page);
    await context.close();
  };
  const open = (page: Page) => page.locator('.terms :popover-open');

  test('shows while one points at it or at its box, and goes with Escape', () =>
    withBrief({ viewport: { width: 1280, height: 800 } }, async (page) => {
      const term = page.locator('.term').first();
      await term.hover();
      await open(page).waitFor();
      expect(`#${await open(page).getAttribute('id')}`).toBe(await term.getAttribute('href'));
      expect(await term.getAttribute('aria-describedby')).toBe(await open(page).getAttribute('id'));
      await open(page).hover();
      expect(await open(page).count()).toBe(1);
      await page.keyboard.press('Escape');
      await open(page).waitFor({ state: 'detached' });
    }));

  test('shows at the keyboard focus, within the screen, and goes with Escape', () =>
    withBrief({ viewport: { width: 320, height: 600 } }, async (page) => {
      await page.locator('.term').first().focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await open(page).waitFor();
      const box = await open(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      await page.keyboard.press('Escape');
      await open(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('term');
    }));

  test('shows at a tap over the foot of the screen, where one reads on when it is closed', () =>
    withBrief({ viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true }, async (page) => {
      const term = page.locator('.term').nth(2);
      await term.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      await term.tap();
      const shown = page.locator('.terms :target');
      await shown.waitFor();
      const box = await shown.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(700, 0);
      await page.locator('.terms .close').tap();
      await page.locator('.terms .close').waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => scrollY)).toBe(before);
    }));
});

describe('the rows of a data set', () => {
  const opened = async (language: string) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.address}${language}/data/out-of-pocket-share/`);
    return page;
  };
  const shown = (page: Page) => page.locator('.rows tbody tr:visible');

  test.each([
    ['en', 'Cambodia', '61.2'],
    ['lo', 'ກຳປູເຈຍ', '61,2'],
    ['km', 'កម្ពុជា', '61.2'],
    ['vi', 'Campuchia', '61,2'],
  ])('in %s are chosen by place and year, and say how many they are', async (language, place, value) => {
    const page = await opened(language);
    await page.locator('.rows').hover();
    await page.locator('.row-filters output', { hasText: '161' }).waitFor();
    const [places, years] = await page.locator('.row-filters select').all();
    await places?.selectOption(place);
    expect(await shown(page).count()).toBe(23);
    await years?.selectOption('2022');
    expect(await shown(page).locator('th, td').allTextContents()).toEqual([place, '2022', value]);
    expect(await page.locator('.row-filters output').textContent()).toMatch(/\b1\b.*\b161\b/);
    await page.context().close();
  });

  test('are chosen with what a reader chose before the script was there, and sorted by number', async () => {
    const page = await opened('vi');
    await page.locator('.row-filters select').first().selectOption('CHDCND Lào');
    await page.locator('.rows').hover();
    await page.locator('.rows thead button').first().waitFor();
    expect(await shown(page).count()).toBe(23);
    await page.locator('.rows thead button').last().click();
    const values = await shown(page).locator('td:last-child').allTextContents();
    const numbers = values.map((each) => Number(each.replace(',', '.')));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await page.context().close();
  });

  test('are all there without scripts, and no control that does nothing', async () => {
    const { page, close } = await openPage(browser, `${site.address}km/data/out-of-pocket-share/`, {
      width: 360,
    });
    expect(await shown(page).count()).toBe(161);
    expect(await page.locator('.row-filters').isVisible()).toBe(false);
    await close();
  });
});

test('a release shows what it changed, row by row', async () => {
  const { page, close } = await openPage(browser, `${site.address}lo/data/out-of-pocket-share/`, {
    width: 1000,
  });
  const changes = page.locator('[id="release-1.1.0"] .changes tbody tr');
  expect(await changes.count()).toBe(7);
  expect(await changes.first().locator('th, td').allTextContents()).toEqual([
    'ສປປ ລາວ',
    '2022',
    'ໃໝ່',
    '–',
    '28,7',
  ]);
  expect(await page.locator('[id="release-1.0.0"] .changes').count()).toBe(0);
  await close();
});

test.each(
  languages.flatMap((language) =>
    ['glossary/', 'data/mainland-south-east-asia/', 'data/population-by-age/'].map(
      (path) => `${language}/${path}`,
    ),
  ),
)('%s has no barrier that axe knows, and fits a small screen', async (path) => {
  for (const scheme of ['light', 'dark'] as const) {
    const { page, close } = await openPage(browser, site.address + path, {
      width: 320,
      scheme,
      scripts: true,
    });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  }
});

test('a term of the glossary leads to the same term in another language', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}lo/glossary/`);
  await page.locator('#term-legal-coverage a[lang="km"]').click();
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/km/glossary/#term-legal-coverage');
  expect(await page.locator(':target h2').textContent()).toBe('ការគ្របដណ្ដប់តាមច្បាប់');
  await page.close();
});
