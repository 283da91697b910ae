import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';

let port: number;
let browser: Browser;
let site: Served;
beforeAll(async () => {
  port = await freePort();
  browser = await launchBrowser({ port });
  site = await serve(inject('published'));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test.each([
  '',
  'lo/',
  'en/briefs/lao-viet-nam-health-insurance/',
  'km/briefs/lao-cambodia-health-protection/',
  'vi/charts/funding-mix-lao-cambodia/',
  'lo/data/out-of-pocket-share/',
  'km/places/lao/',
  'vi/topics/financing/',
  'en/compare/lao-khm/',
  'lo/search/?q=ສຸຂະພາບ',
  'km/glossary/',
  'vi/about/',
])(
  'Lighthouse has nothing to find fault with at %j',
  async (path) => {
    const result = await lighthouse(new URL(path, site.address).href, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    if (!result) throw new Error('Lighthouse gave no result.');
    const { categories, audits, runtimeError } = result.lhr;
    expect(runtimeError).toBeUndefined();
    const faults = Object.values(categories).flatMap(({ id, score, auditRefs }) => {
      // It runs on a phone of four years ago and a slow link, both simulated; the machine's own load shows a little.
      if (Math.round((score ?? 0) * 100) === 100 || (id === 'performance' && (score ?? 0) >= 0.98)) return [];
      const short = auditRefs.filter((audit) => audit.weight > 0 && (audits[audit.id]?.score ?? 1) < 1);
      return [`${id} ${score}: ${short.map((audit) => audit.id).join(', ')}`];
    });
    expect(faults).toEqual([]);
    expect(audits['cumulative-layout-shift']?.numericValue).toBeLessThan(0.01);
  },
  120_000,
);

// The system of whoever runs this has Arial, Liberation Sans or Roboto, as readers' systems have.
test.each([360, 1280])('at %i px, nothing moves when the fonts come late', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const { promise: shown, resolve: letFontsCome } = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await shown;
    await route.continue();
  });
  await page.goto(`${site.address}en/briefs/lao-cambodia-health-protection/`, { waitUntil: 'commit' });
  const moved = await page.evaluateHandle(() => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    return shifts;
  });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  letFontsCome();
  await page.waitForLoadState('load');
  const sum = await moved.evaluate(async (shifts) => {
    await document.fonts.ready;
    // What moves is told of after the second frame.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return shifts.reduce((total, value) => total + value, 0);
  });
  expect(sum).toBeLessThan(0.01);
  await context.close();
});

/** A port of this machine that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
