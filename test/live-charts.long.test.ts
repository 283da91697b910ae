import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import type { Browser, ElementHandle, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { accessibilityProblems, openPage } from './reader.ts';

const languages = ['en', 'lo', 'km', 'vi'];
const slugs = ['vangvieng-workshop-2025', 'lao-cambodia-health-protection', 'lao-viet-nam-health-insurance'];

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serve(inject('published'))]);
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

const brief = (language: string, slug: string) => `${served.address}${language}/briefs/${slug}/`;

/** Every chart of a page with the picture that it shows at its width. */
async function chartsOf(
  page: Page,
): Promise<{ figure: ElementHandle<HTMLElement>; box: ElementHandle<HTMLElement> }[]> {
  const found: { figure: ElementHandle<HTMLElement>; box: ElementHandle<HTMLElement> }[] = [];
  for (const figure of await page.$$('figure.figure')) {
    for (const box of await figure.$$('.chart[data-live]'))
      if (await box.isVisible())
        found.push({ figure: figure as ElementHandle<HTMLElement>, box: box as ElementHandle<HTMLElement> });
  }
  return found;
}

const isLive = (figure: ElementHandle<HTMLElement>, page: Page) =>
  page.waitForFunction((each) => each.dataset['state'] === 'live', figure, { timeout: 10_000 });

/** What moved on the page since the last call, by the measure of Cumulative Layout Shift. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { shifts: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);

/** The share of pixels that differ, in per cent. */
function difference(before: Buffer, after: Buffer): number {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  expect([b.width, b.height]).toEqual([a.width, a.height]);
  return (100 * pixelmatch(a.data, b.data, undefined, a.width, a.height)) / (a.width * a.height);
}

describe.each([
  { width: 1200, scheme: 'light', languages },
  { width: 360, scheme: 'dark', languages: ['lo'] },
] as const)('at $width px, $scheme', ({ width, scheme, languages }) => {
  test.each(languages.flatMap((language) => slugs.map((slug) => ({ language, slug }))))(
    'charts become live where their pictures are: $language $slug',
    async ({ language, slug }) => {
      const { page, complaints, fetched, close } = await openPage(browser, brief(language, slug), {
        width,
        scheme,
        scripts: true,
      });
      expect(fetched.filter(({ type }) => type.includes('javascript')).map(({ url }) => url)).toEqual(
        // Only a page whose chart offers a choice needs to read its own address.
        (await page.$('.chart-controls')) ? [expect.stringContaining('/scripts/page.')] : [],
      );
      await watchShifts(page);
      const charts = await chartsOf(page);
      expect(charts.length).toBeGreaterThan(2);
      for (const { figure, box } of charts) {
        await box.scrollIntoViewIfNeeded();
        await page.mouse.move(1, 1);
        const picture = await box.screenshot();
        await box.hover({ position: { x: 2, y: 2 } });
        await isLive(figure, page);
        await page.mouse.move(1, 1);
        expect(difference(picture, await box.screenshot())).toBeLessThan(1);
        expect(await box.$('svg.still')).not.toBeNull();
      }
      // A five-hundredth of what counts as good.
      expect(await shifts(page)).toBeLessThan(0.002);
      if (slug === slugs[0]) expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

test('a page loads no script before a reader asks, and at most 220 KB of it then, once for all its charts', async () => {
  const { page, fetched, close } = await openPage(browser, brief('en', slugs[2] ?? ''), {
    width: 1200,
    scripts: true,
  });
  const scripts: { url: string; bytes: number }[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push({ url: response.url(), bytes: gzipSync(await response.body(), { level: 9 }).length });
  });
  expect(fetched.some(({ url }) => url.endsWith('.js'))).toBe(false);
  for (const { figure, box } of await chartsOf(page)) {
    await box.hover();
    await isLive(figure, page);
  }
  expect(new Set(scripts.map(({ url }) => url)).size).toBe(scripts.length);
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(220_000);
  await close();
});

describe('a chart in hand', () => {
  const id = 'figure-out-of-pocket-lao-cambodia';
  const open = async (
    language: string,
    touch = false,
  ): Promise<{ page: Page; figure: Locator; done: () => Promise<void> }> => {
    const context = await browser.newContext({
      viewport: { width: touch ? 375 : 1200, height: 800 },
      hasTouch: touch,
    });
    const page = await context.newPage();
    await page.goto(brief(language, 'lao-cambodia-health-protection'));
    return { page, figure: page.locator(`#${id}`), done: () => context.close() };
  };

  test.each([
    ['en', 'Cambodia, 2010', '51.9', 'Out-of-pocket share (% of current health expenditure)'],
    ['lo', 'ກຳປູເຈຍ, 2010', '51,9', 'ສັດສ່ວນທີ່ຄົວເຮືອນຈ່າຍເອງ (% ຂອງລາຍຈ່າຍປົກກະຕິດ້ານສຸຂະພາບ)'],
    ['km', 'កម្ពុជា, 2010', '51.9', 'ចំណែកចំណាយផ្ទាល់ពីហោប៉ៅ (% នៃចំណាយចរន្តលើសុខាភិបាល)'],
    ['vi', 'Campuchia, 2010', '51,9', 'Tỷ trọng chi trả trực tiếp từ tiền túi (% chi thường xuyên cho y tế)'],
  ])('says in %s what the pointer is at', async (language, head, value, title) => {
    const { page, figure, done } = await open(language);
    const box = figure.locator('.chart-wide');
    await box.hover();
    await isLive((await figure.elementHandle()) as ElementHandle<HTMLElement>, page);
    // The year 2010 stands over its label, and the value is looked for from the top down.
    const year = await box.locator('.chart-live text', { hasText: /^2010$/ }).boundingBox();
    const plot = await box.boundingBox();
    if (!year || !plot) throw new Error('The chart has no label of 2010');
    const tooltip = box.locator('.chart-tooltip');
    const read = async () => ((await tooltip.isVisible()) ? tooltip.locator('p').allTextContents() : []);
    let said: string[] = [];
    for (let y = plot.y + 10; y < plot.y + plot.height - 40 && said[0] !== head; y += 5) {
      await page.mouse.move(year.x + year.width / 2, y);
      said = await read();
    }
    expect(said[0]).toBe(head);
    expect(said[1]).toBe(`${value} ${title}`);
    // The other series are quiet, its own name is not.
    expect(await box.locator('.quiet').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    expect(await box.locator('.chart-tooltip').isVisible()).toBe(false);
    await done();
  });

  test('is walked with the keyboard alone', async () => {
    const { page, figure, done } = await open('en');
    await figure.locator('.chart-explore').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treeitem');
    const at = () =>
      page.evaluate(() => document.activeElement?.querySelector(':scope > span')?.textContent ?? '');
    expect(await at()).toContain('Households still pay most of the health bill');
    const walked: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('ArrowDown');
      walked.push(await at());
    }
    expect(walked.some((text) => text.startsWith('Line chart.'))).toBe(true);
    expect(walked).toContain('Axis: Year, from 2000 to 2022');
    const series = walked.findIndex((text) => text.startsWith('Lao PDR:'));
    expect(walked[series]).toMatch(/^Lao PDR: \d+ values/);
    await page.keyboard.press('Home');
    for (let step = 0; step <= series; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('2000: Out-of-pocket share (% of current health expenditure): 44.8');
    // Who sees the screen sees where the keyboard is: the text, and a ring around the value.
    expect(await figure.locator('.chart-wide .chart-reading').textContent()).toBe(
      '2000: Out-of-pocket share (% of current health expenditure): 44.8',
    );
    expect(await figure.locator('.chart-wide .chart-ring').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(' ');
    expect(await figure.locator('.chart-wide [aria-checked="false"]').count()).toBe(1);
    expect(await figure.locator('.chart-wide .gone').count()).toBeGreaterThan(0);
    await page.keyboard.press(' ');
    expect(await figure.locator('.chart-wide .gone').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('chart-explore');
    await done();
  });

  test('answers to touch', async () => {
    const { page, figure, done } = await open('vi', true);
    const box = figure.locator('.chart-narrow');
    await box.tap();
    await isLive((await figure.elementHandle()) as ElementHandle<HTMLElement>, page);
    await box.tap({ position: { x: 150, y: 120 } });
    expect(await box.locator('.chart-tooltip').textContent()).toMatch(/\d,\d/);
    await page.locator('h1').tap();
    expect(await box.locator('.chart-tooltip').isVisible()).toBe(false);
    await done();
  });

  test('becomes live at the first tap on a page that had no script before', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 800 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${served.address}lo/charts/out-of-pocket-lao-cambodia/`);
    expect(await page.$('script[src]')).toBeNull();
    await page.locator('.chart-narrow').tap();
    await isLive((await page.$('figure.figure')) as ElementHandle<HTMLElement>, page);
    await context.close();
  });

  test('has a table that sorts by value', async () => {
    const { page, figure, done } = await open('lo');
    await figure.hover();
    await figure.locator('summary').first().click();
    const table = figure.locator('table').first();
    const head = table.locator('thead th').nth(1);
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const numbers = async () =>
      (
        await table
          .locator('tbody tr')
          .evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent ?? ''))
      )
        .filter((text) => text !== '–')
        .map((text) => Number(text.replaceAll('.', '').replace(',', '.')));
    const ascending = await numbers();
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    await head.locator('button').click();
    expect(await numbers()).toEqual([...ascending].reverse());
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.close();
    await done();
  });
});

describe('a chart that offers a choice', () => {
  const address = (hash = '') => `${brief('en', 'lao-cambodia-health-protection')}${hash}`;
  const label = 'Compare the Lao PDR with';

  test('shows what is chosen, and says so in its address', async () => {
    const { page, complaints, close } = await openPage(browser, address(), { width: 1200, scripts: true });
    const figure = page.locator('#figure-service-coverage-lao-cambodia');
    const still = await figure.locator('.chart-wide svg.chart-svg').first().innerHTML();
    await page.getByLabel(label).selectOption({ label: 'Viet Nam' });
    await isLive((await figure.elementHandle()) as ElementHandle<HTMLElement>, page);
    await figure.locator('.chart-wide .chart-live text', { hasText: 'Viet Nam' }).first().waitFor();
    expect(await figure.locator('.chart-wide .chart-live text', { hasText: 'Cambodia' }).count()).toBe(0);
    expect(page.url()).toContain('#chart=service-coverage-lao-cambodia&compared=VNM');
    // In print stands what the brief speaks of.
    await page.emulateMedia({ media: 'print' });
    expect(await figure.locator('svg.still').first().innerHTML()).toBe(still);
    expect(await figure.locator('svg.still').first().isVisible()).toBe(true);
    expect(await figure.locator('.chart-live').first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  test('is linked to with its state', async () => {
    const { page, close } = await openPage(
      browser,
      address('#chart=service-coverage-lao-cambodia&compared=WLD'),
      {
        width: 1200,
        scripts: true,
      },
    );
    const figure = page.locator('#figure-service-coverage-lao-cambodia');
    await figure.locator('.chart-wide .chart-live text', { hasText: 'World' }).first().waitFor();
    expect(await page.getByLabel(label).inputValue()).toBe('"WLD"');
    await close();
  });
});

describe('on the fixture site', () => {
  let fixture: Served;
  beforeAll(async () => {
    fixture = await serve(join(inject('fixture'), 'dist'));
  });
  afterAll(() => fixture.close());
  const openChart = async (id: string, language = 'en') => {
    const { page, complaints, close } = await openPage(
      browser,
      `${fixture.address}${language}/charts/${id}/`,
      {
        width: 1200,
        scripts: true,
      },
    );
    const figure = page.locator(`#figure-${id}`);
    await figure.locator('.chart-wide').hover({ position: { x: 2, y: 2 } });
    await isLive((await figure.elementHandle()) as ElementHandle<HTMLElement>, page);
    return { page, figure, complaints, close };
  };

  test('an entry of a legend hides and shows its series', async () => {
    const { figure, complaints, close } = await openChart('bars');
    const gone = figure.locator('.chart-wide .gone');
    const entry = figure.locator('.chart-wide .role-legend-label text', { hasText: 'Cambodia' });
    await entry.click();
    expect(await gone.count()).toBeGreaterThan(0);
    await entry.click();
    expect(await gone.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('zooms where the spec asks for it, by the wheel and by keys', async () => {
    const { page, figure, complaints, close } = await openChart('joined');
    const labels = () => figure.locator('.chart-wide .chart-live .role-axis-label text').allTextContents();
    const atFirst = await labels();
    await figure.locator('.chart-wide .chart-live .background').first().hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(labels).not.toEqual(atFirst);
    const nearer = await labels();
    await figure.locator('.chart-explore').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('+');
    await expect.poll(labels).not.toEqual(nearer);
    expect(complaints).toEqual([]);
    await close();
  });

  test('is the same from the right to the left', async () => {
    const { figure, complaints, close } = await openChart('bars', 'ar');
    expect(await figure.locator('.chart-wide .chart-live svg').getAttribute('direction')).toBe('ltr');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what remains', () => {
  const check = async (page: Page): Promise<void> => {
    const figure = page.locator('#figure-out-of-pocket-lao-cambodia');
    await figure.scrollIntoViewIfNeeded();
    expect(await figure.locator('.chart-wide svg').first().isVisible()).toBe(true);
    expect(await figure.locator('.chart-wide svg text').allTextContents()).toContain('Cambodia');
    await figure.locator('summary').first().click();
    expect(await figure.locator('table').first().isVisible()).toBe(true);
    expect(await figure.locator('.chart-live').count()).toBe(0);
  };
  const address = () => brief('en', 'lao-cambodia-health-protection');

  test('with scripts off: picture and table, and no button that does nothing', async () => {
    const { page, close } = await openPage(browser, address(), { width: 1200 });
    await check(page);
    expect(await page.locator('.chart-explore').first().isVisible()).toBe(false);
    expect(await page.locator('.chart-controls').first().isVisible()).toBe(false);
    await close();
  });

  test.each([
    ['scripts are blocked', '**/*.js'],
    ['the data cannot be had', '**/data/**/*.json'],
    ['the file of the chart cannot be had', '**/charts/live/*.json'],
  ])('where %s', async (_, blocked) => {
    const { page, close } = await openPage(browser, address(), { width: 1200, scripts: true });
    await page.route(blocked, (route) => route.abort());
    const figure = page.locator('#figure-out-of-pocket-lao-cambodia');
    await figure.locator('.chart-explore').click();
    await page.waitForLoadState('networkidle');
    if (!blocked.includes('.js') || blocked.includes('.json'))
      await figure.getByRole('status').filter({ hasText: 'cannot be explored' }).waitFor();
    await check(page);
    await close();
  });
});
