import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems } from './reader.ts';

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

/** One page of each kind, below its language. */
const kinds = [
  '',
  'about/',
  'briefs/lao-viet-nam-health-insurance/',
  'charts/service-coverage-map/',
  'charts/out-of-pocket-lao-cambodia/embed/',
  'compare/',
  'compare/lao-vnm/',
  'data/out-of-pocket-share/',
  'glossary/',
  'kinds/country-comparison/',
  'places/khm/',
  'search/',
  'series/lao-neighbours/',
  'topics/financing/',
  'years/2026/',
];

const barriers = async (from: Served, path: string, scheme: 'light' | 'dark'): Promise<string[]> => {
  // Where another page is led to, this one stays to be looked at.
  const stays = (html: string) => html.replace(/<meta http-equiv="refresh"[^>]*>/, '');
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme: scheme });
  const page = await context.newPage();
  await page.route(`${from.address}${path}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: stays(await response.text()) });
  });
  await page.goto(`${from.address}${path}`);
  const found = await accessibilityProblems(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  return [...found, ...(wide > 320 ? [`${wide} px wide`] : [])].map((problem) => `${path} ${problem}`);
};

test.each([
  ['en', 'light'],
  ['lo', 'dark'],
  ['km', 'light'],
  ['vi', 'dark'],
] as const)(
  'no kind of page in %s, on a small %s screen, has a barrier that axe knows',
  async (language, scheme) => {
    const found: string[] = [];
    for (const kind of kinds) found.push(...(await barriers(site, `${language}/${kind}`, scheme)));
    expect(found).toEqual([]);
  },
  180_000,
);

test.each([
  'en/briefs/untranslated/v/1/',
  'lo/briefs/untranslated/v/1/',
  'ar/briefs/untranslated/v/1/',
  'en/briefs/untranslated/v/2/',
  'lo/briefs/short-workshop/',
  'ar/briefs/everything/',
  '404.html',
  '',
])('nor has /%s', async (path) => {
  expect(await barriers(fixture, path, 'light')).toEqual([]);
});
