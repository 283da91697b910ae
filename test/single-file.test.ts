import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { accessibilityProblems, foreignFonts, openPage } from './reader.ts';

const slug = 'lao-viet-nam-health-insurance';

let browser: Browser;
/** A folder with nothing in it but the files, as on a stick. */
let stick: string;
beforeAll(async () => {
  browser = await launchBrowser();
  stick = await mkdtemp(join(tmpdir(), 'sala-stick-'));
});
afterAll(async () => {
  await browser?.close();
  await rm(stick, { recursive: true, force: true });
});

describe.each(['en', 'lo', 'km', 'vi'])('a brief in %s as a single file', (language) => {
  const name = `${slug}-${language}.html`;
  const opened = async (look: Parameters<typeof openPage>[2]) => {
    await copyFile(join(inject('published'), language, 'briefs', slug, name), join(stick, name));
    return openPage(browser, pathToFileURL(join(stick, name)).href, look);
  };

  test('opens whole on a phone without asking for anything', async () => {
    const { page, complaints, fetched, close } = await opened({ width: 360 });
    // Before the debugger is asked about fonts, which loads the file once more, in vain.
    expect(complaints).toEqual([]);
    expect(await foreignFonts(page)).toEqual([]);
    const charts = await page.locator('.figure:not(.data-table)').count();
    expect(await page.locator('.chart svg:visible').count()).toBe(charts);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(fetched.map(({ url }) => url).filter((url) => !url.startsWith('data:'))).toEqual([
      pathToFileURL(join(stick, name)).href,
    ]);
    await close();
  });

  test('hands out the rows of each chart', async () => {
    const { page, close } = await opened({ width: 1280, scripts: true });
    const figures = page.locator('.figure:has(.chart)');
    for (const figure of await figures.all()) {
      const names = await figure
        .locator('a[download]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('download')));
      expect(names.some((each) => each?.endsWith('.csv'))).toBe(true);
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[download$=".csv"]').first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await close();
  });

  test('leads nowhere that is not there, and has no barrier that axe knows', async () => {
    const { page, close } = await opened({ width: 360, scripts: true });
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .map((each) => each.getAttribute('href') ?? '')
        .filter((href) =>
          href.startsWith('#')
            ? document.getElementById(decodeURIComponent(href.slice(1))) === null
            : !/^(https?|data):/.test(href),
        ),
    );
    expect(lost).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await close();
  });
});
