import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems, foreignFonts, type Look, openPage } from './reader.ts';

const languages = ['en', 'lo', 'km', 'vi'];
const slugs = ['vangvieng-workshop-2025', 'lao-cambodia-health-protection', 'lao-viet-nam-health-insurance'];
const briefs = slugs.flatMap((slug) =>
  languages.map((language) => ({ slug, language, path: `${language}/briefs/${slug}/` })),
);

let browser: Browser;
let site: Served;
let fixture: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(inject('published'));
  fixture = await serve(join(inject('fixture'), 'dist'));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await fixture?.close();
});

describe.each(briefs)('$slug in $language, without scripts', ({ path }) => {
  test.each([360, 1280])(
    'at %i px shows its charts, fits the screen, and has a font for every character',
    async (width) => {
      const { page, complaints, fetched, close } = await openPage(browser, site.address + path, { width });
      const charts = await page.locator('.figure:not(.data-table)').count();
      expect(charts).toBeGreaterThanOrEqual(3);
      const shown = page.locator('.chart svg:visible');
      expect(await shown.count()).toBe(charts);
      for (const box of await shown.evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().toJSON()),
      )) {
        expect(box.width).toBeGreaterThan(200);
        expect(box.right).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await foreignFonts(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(fetched.filter(({ type }) => /script/.test(type))).toEqual([]);
      expect(fetched.every(({ url }) => url.startsWith(site.address))).toBe(true);
      // 60 KB with four charts, and 3.5 KB for each more; the letters of Khmer alone weigh 28 KB in two weights.
      const more = path.startsWith('km/') ? 16_500 : 0;
      expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(46_000 + 3_500 * charts + more);
      const html = fetched.find(({ type }) => type.startsWith('text/html'));
      expect(html?.bytes).toBeLessThan(30_000);
      await close();
    },
  );
});

const looks: Look[] = [
  { width: 360, scheme: 'light', scripts: true },
  { width: 1280, scheme: 'dark', scripts: true },
];

describe('to assistive technology', () => {
  test.each(briefs)('$slug in $language has no barrier that axe knows, light and dark', async ({ path }) => {
    for (const look of looks) {
      const { page, close } = await openPage(browser, site.address + path, look);
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await close();
    }
  });

  test.each([
    '',
    'en/',
    'lo/about/',
    'km/charts/funding-mix-lao-cambodia/',
    'vi/data/out-of-pocket-share/',
    '404.html',
  ])('the page %j has none either', async (path) => {
    for (const look of looks) {
      const { page, close } = await openPage(browser, site.address + path, look);
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
      await close();
    }
  });

  test.each(['en', 'lo', 'ar'])('the brief with every component has none in %s', async (language) => {
    for (const look of looks) {
      const { page, close } = await openPage(
        browser,
        `${fixture.address}${language}/briefs/everything/`,
        look,
      );
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await foreignFonts(page)).toEqual([]);
      await close();
    }
  });
});

describe('on screens of every width', () => {
  const kinds = [
    '',
    'en/',
    'km/about/',
    `lo/briefs/${slugs[0]}/`,
    'vi/charts/reported-coverage-lao-viet-nam/',
    'km/data/population-by-age/',
  ];
  test.each([320, 640, 1024, 1920])(
    'at %i px no kind of page scrolls sideways, with all its tables open',
    async (width) => {
      for (const path of kinds) {
        const { page, close } = await openPage(browser, site.address + path, { width });
        const scrolled = await page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
          return document.documentElement.scrollWidth;
        });
        expect(scrolled, path).toBeLessThanOrEqual(width);
        await close();
      }
    },
  );
});

describe('with the keyboard', () => {
  test('the first stop leads past the head, and a number says where it comes from', async () => {
    const { page, close } = await openPage(browser, `${site.address}en/briefs/${slugs[1]}/`, {
      width: 1280,
      scripts: true,
    });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.locator('.stat').first().focus();
    const source = await page
      .locator('.stat')
      .first()
      .evaluate((each) => getComputedStyle(each, '::after').content);
    expect(source).toContain('Out-of-pocket share of current health expenditure, Cambodia, 2022');
    await close();
  });
});

describe('the language switcher', () => {
  test('keeps the page, and a heading has the same address in every language', async () => {
    const { page, close } = await openPage(browser, `${site.address}en/briefs/${slugs[0]}/#why-it-matters`, {
      width: 1280,
      scripts: true,
    });
    await page.locator('.languages a[lang=lo]').click();
    expect(new URL(page.url()).pathname).toBe(`/lo/briefs/${slugs[0]}/`);
    expect(await page.locator('#why-it-matters').textContent()).toMatch(/\p{Script=Lao}/u);
    await close();
  });
});

describe('on paper', () => {
  test('the text is black on white, the wide charts are there, and nothing is cut off', async () => {
    const { page, close } = await openPage(browser, `${site.address}lo/briefs/${slugs[0]}/`, {
      width: 1280,
      scheme: 'dark',
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await page.locator('.chart-wide svg:visible').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.chart-narrow svg:visible').count()).toBe(0);
    expect(await page.locator('.site-head:visible, summary:visible').count()).toBe(0);
    await close();
  });
});
