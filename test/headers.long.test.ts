import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { headersOf, type Served, serve } from '../src/build/index.ts';
import { filesUnder } from '../src/source/index.ts';

const published = inject('published');
const names = (await filesUnder(published)).filter((name) => name.endsWith('.html'));
const languages = ['en', 'lo', 'km', 'vi'];

/** One page of each kind below a language: where the segments at odd places agree, the kind does. */
async function kindsIn(language: string): Promise<string[]> {
  const kinds = new Map<string, string>();
  for (const name of names.filter((each) => each.startsWith(`${language}/`))) {
    const kind = name.split('/').map((part, n) => {
      if (part.endsWith('.html')) return part === 'index.html' ? '' : 'file';
      return n > 0 && n % 2 === 0 ? ':id' : part;
    });
    const leads = (await readFile(join(published, name), 'utf8')).includes('http-equiv="refresh"');
    const key = [...kind, leads ? 'redirect' : ''].join('/');
    if (!kinds.has(key)) kinds.set(key, name.replace(/index\.html$/, ''));
  }
  return [...kinds.values()];
}

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

/** What a page did that it must not: breaches of its policy, complaints, requests elsewhere, things it left behind. */
interface Conduct {
  faults: string[];
  close(): Promise<void>;
}

async function open(address: string, { headers }: { headers: boolean }): Promise<Conduct & { page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const faults: string[] = [];
  // A host that sets no headers at all.
  if (!headers)
    await context.route('**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { 'content-type': response.headers()['content-type'] ?? '' },
      });
    });
  context.on('request', (request) => {
    if (!request.url().startsWith(site.address) && !request.url().startsWith('data:'))
      faults.push(`asks ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`breach of ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address, { waitUntil: 'load' });
  return { page, faults, close: () => finish(context, page, faults) };
}

async function finish(context: BrowserContext, page: Page, faults: string[]): Promise<void> {
  for (const { name } of await context.cookies()) faults.push(`sets the cookie ${name}`);
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name = '' }) => name),
    ...(await caches.keys()),
  ]);
  faults.push(...kept.map((name) => `keeps ${name}`));
  await context.close();
}

/** Does what brings scripts in: points at a chart, so that it comes alive, and searches. */
async function use(page: Page): Promise<void> {
  const chart = page.locator('.chart[data-live]').filter({ visible: true }).first();
  if ((await chart.count()) > 0) {
    await chart.hover();
    await page.locator('.figure[data-state=live]').first().waitFor();
  }
  const words = page.locator('main input[type=search]');
  if ((await words.count()) > 0) {
    await words.fill('2023');
    await words.press('Enter');
    await page.locator('.search-status:not(:empty)').waitFor();
  }
}

describe.each([
  ['with the headers of production', true],
  ['with no header but the policy of the page itself', false],
])('%s', (_, headers) => {
  test.each(languages)(
    'no page in %s breaks its policy, leaves a trace or asks another host',
    async (language) => {
      const found: Record<string, string[]> = {};
      const kinds = [...(await kindsIn(language)), '', '404.html', 'none/', 'charts/live/'];
      for (const path of kinds) {
        const { page, faults, close } = await open(site.address + path, { headers });
        await use(page);
        await close();
        found[path] = faults.filter((fault) => !(path === 'none/' && fault.includes('status of 404')));
      }
      expect(kinds.length).toBeGreaterThanOrEqual(17);
      expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
    },
    150_000,
  );
});

test('every page states a policy that lets no script be written into it, and the headers agree', async () => {
  for (const name of names) {
    const html = await readFile(join(published, name), 'utf8');
    const [, stated = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
    expect(stated, name).toMatch(/^default-src 'none'; /);
    for (const policy of [stated, headersOf(name)['Content-Security-Policy'] ?? '']) {
      expect(policy, name).not.toMatch(/unsafe|\*(?!$)|https?:/);
      expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "'self'", name).toBe("'self'");
    }
  }
  expect(names.length).toBeGreaterThan(100);
});
