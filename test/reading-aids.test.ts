import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';

// No chart of it offers a choice, so that its pages begin without a script.
const slug = 'lao-viet-nam-health-insurance';
const said = {
  en: 'The address has been copied.',
  lo: 'ສຳເນົາທີ່ຢູ່ເວັບແລ້ວ.',
  km: 'បានចម្លងអាសយដ្ឋានរួចហើយ។',
  vi: 'Đã sao chép địa chỉ.',
};
const languages = Object.keys(said) as (keyof typeof said)[];

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('published'))]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const address = (language: string) => `${site.address}${language}/briefs/${slug}/`;

interface Reader {
  page: Page;
  /** The scripts that were asked for. */
  scripts: string[];
  status: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

async function open(
  language: string,
  { touch = false, copies = true, width = 1280 }: { touch?: boolean; copies?: boolean; width?: number } = {},
): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, hasTouch: touch });
  if (copies) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // What a browser without these functions says, and a way to see what was printed.
  await context.addInitScript((copies) => {
    Object.defineProperty(Navigator.prototype, 'share', { value: undefined, configurable: true });
    if (!copies) Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  }, copies);
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(address(language));
  const line = page.locator('.aids [role="status"]');
  const status = (text: string) => line.filter({ hasText: text }).waitFor({ timeout: 10_000 });
  return { page, scripts, status, close: () => context.close() };
}

/** What was copied: a page of its own asks, since those of the site may not. */
async function copied(page: Page): Promise<string> {
  const asking = await page.context().newPage();
  await asking.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  await asking.goto(new URL('/asks', page.url()).href);
  await asking.bringToFront();
  const text = await asking.evaluate(() => navigator.clipboard.readText());
  await asking.close();
  await page.bringToFront();
  return text;
}

describe.each(languages)('in %s', (language) => {
  test('the first press of Share brings the script, copies the address and says so', async () => {
    const { page, scripts, status, close } = await open(language);
    expect(scripts).toEqual([]);
    await page.locator('.aids button[value=share]').click();
    await status(said[language]);
    expect(await copied(page)).toBe(address(language));
    expect(scripts.some((url) => url.includes('/live.'))).toBe(false);
    await close();
  });

  test('a tap on the mark of a heading copies its address, and the address bar has it', async () => {
    const { page, status, close } = await open(language, { touch: true, width: 360 });
    const head = page.locator('.section-head').first();
    const id = await head.locator('h2').getAttribute('id');
    const box = await head.locator('.here').boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await head.locator('.here').tap();
    await status(said[language]);
    expect(await copied(page)).toBe(`${address(language)}#${id}`);
    expect(page.url()).toBe(`${address(language)}#${id}`);
    await close();
  });

  test('with twice the text size, and with more space in the text, nothing is lost at 320 px', async () => {
    const { page, close } = await open(language, { width: 320 });
    const spread = await page.evaluate(() => {
      const style = new CSSStyleSheet();
      // WCAG 2.2, 1.4.12 and 1.4.4.
      style.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
      );
      document.adoptedStyleSheets = [style];
      return document.documentElement.scrollWidth;
    });
    expect(spread).toBeLessThanOrEqual(320);
    await close();
    const large = await open(language, { width: 640 });
    const session = await large.page.context().newCDPSession(large.page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await large.page.reload();
    const [size, width] = await large.page.evaluate(() => [
      Number.parseFloat(getComputedStyle(document.body).fontSize),
      document.documentElement.scrollWidth,
    ]);
    expect(size).toBeGreaterThanOrEqual(32);
    expect(width).toBeLessThanOrEqual(640);
    await large.close();
  });
});

test('the mark of a figure names it, and copies its address by the keyboard', async () => {
  const { page, status, close } = await open('en');
  const figure = page.locator('figure.figure').first();
  const id = await figure.getAttribute('id');
  const mark = figure.getByRole('link', { name: /^Link to: Figure 1\. / });
  await mark.focus();
  await page.waitForFunction(() => !document.querySelector('.boot'));
  await page.keyboard.press('Enter');
  await status(said.en);
  expect(await copied(page)).toBe(`${address('en')}#${id}`);
  await close();
});

test('a heading is read without the name of its mark', async () => {
  const { page, close } = await open('en');
  const head = page.locator('.section-head').first();
  const text = (await head.locator('h2').textContent()) ?? '';
  await page.getByRole('heading', { name: text, exact: true }).waitFor({ timeout: 5000 });
  await page.getByRole('link', { name: `Link to: ${text}`, exact: true }).waitFor({ timeout: 5000 });
  await close();
});

test('the first press of Print prints, once', async () => {
  const { page, close } = await open('en');
  await page.locator('.aids button[value=print]').click();
  await page.locator('html[data-printed]').waitFor({ timeout: 10_000 });
  await close();
});

test('where nothing can be copied, the address is shown', async () => {
  const { page, status, close } = await open('en', { copies: false });
  await page.locator('.aids button[value=share]').click();
  await status(`The address to copy: ${address('en')}`);
  await close();
});

test('a browser that shares is asked to, and a reader who thinks better of it gets nothing else', async () => {
  const { page, close } = await open('en');
  await page.evaluate(() =>
    Object.defineProperty(Navigator.prototype, 'share', {
      value: (what: ShareData) => {
        document.documentElement.setAttribute('data-shared', what.url ?? '');
        return Promise.reject(new DOMException('', 'AbortError'));
      },
    }),
  );
  await page.locator('.aids button[value=share]').click();
  await page.locator(`html[data-shared="${address('en')}"]`).waitFor({ timeout: 10_000 });
  expect(await page.locator('.aids [role="status"]').textContent()).toBe('');
  await close();
});

test('without scripts there are marks that lead to their place, and no buttons', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address('en'));
  expect(await page.locator('.aids button:visible').count()).toBe(0);
  const mark = page.locator('.section-head .here').first();
  await mark.click();
  expect(new URL(page.url()).hash).toBe(await mark.getAttribute('href'));
  await context.close();
});

test('on paper there are none of them', async () => {
  const { page, close } = await open('vi');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.here:visible, .aids:visible, .neighbours:visible').count()).toBe(0);
  await close();
});

test('the outline lists the figures, and marks the section on the screen', async () => {
  const { page, close } = await open('en');
  await page.locator('.outline > details:not(.folded) summary').click();
  const links = page.locator('.outline > details:not(.folded) a');
  const figures = await page
    .locator('figure.figure')
    .evaluateAll((all) => all.map((figure) => `#${figure.id}`));
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(figures);
  await page.locator('.section-head h2').nth(1).scrollIntoViewIfNeeded();
  const id = await page.locator('.section-head h2').nth(1).getAttribute('id');
  await page.evaluate((id) => document.getElementById(id ?? '')?.scrollIntoView(), id);
  await page.locator(`.outline > div a:target-current[href="#${id}"]`).waitFor({ timeout: 5000 });
  await close();
});

test('the end of a brief leads to its neighbour, in words of the page', async () => {
  const { page, close } = await open('lo');
  await page.locator('.neighbours a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/lo\/briefs\/[^/]+\/$/);
  expect(page.url()).not.toBe(address('lo'));
  await close();
});

test('scripts have no syntax newer than ES2022', async () => {
  const folder = join(inject('published'), 'scripts');
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.js'))) {
    const code = await readFile(join(folder, name), 'utf8');
    const [old, present] = await Promise.all(
      ['es2022', 'esnext'].map((target) => transformWithOxc(code, name, { target, sourcemap: false })),
    );
    expect(old?.code === present?.code, name).toBe(true);
  }
});
