import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { outlined } from '../src/charts/outlined.ts';
import { loadMeasurer, makeOutliner } from '../src/fonts/index.ts';
import { loadSite } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { repository } from './sites.ts';

const published = inject('published');
const fixtureDist = join(inject('fixture'), 'dist');
const languages = ['en', 'lo', 'km', 'vi'];
const { site: content } = await loadSite(repository);
if (!content) throw new Error('The repository does not load');
const charts = [...content.charts.keys()];
const file = (path: string) => readFile(join(published, 'charts', path));
const page = (path: string) => readFile(join(published, path, 'index.html'), 'utf8');

let browser: Browser;
let site: Served;
let fixture: Served;
beforeAll(async () => {
  await loadMeasurer();
  browser = await launchBrowser();
  site = await serve(published);
  fixture = await serve(fixtureDist);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await fixture?.close();
});

/** The share of pixels that differ, in per cent. */
function difference(a: Buffer, b: Buffer): number {
  const [first, second] = [PNG.sync.read(a), PNG.sync.read(b)];
  const { width, height } = first;
  expect([second.width, second.height]).toEqual([width, height]);
  return (pixelmatch(first.data, second.data, undefined, width, height) / (width * height)) * 100;
}

describe.each(languages)('pictures in %s', (language) => {
  test.each(charts)('%s is large, and all of it is inside', async (id) => {
    const png = PNG.sync.read(await file(`${id}/${language}.png`));
    expect(png.width).toBeGreaterThanOrEqual(1360);
    const svg = await file(`${id}/${language}.svg`);
    expect(svg.toString()).toContain(` width="${png.width}" height="${png.height}"`);
    // Nothing is drawn in the margin, so nothing is cut off at its edge.
    const edge = 24;
    for (let y = 0; y < png.height; y += 1)
      for (let x = 0; x < png.width; x += 1) {
        const inside = x >= edge && x < png.width - edge && y >= edge && y < png.height - edge;
        if (inside) x = png.width - edge - 1;
        else if (png.data.readUInt32BE((y * png.width + x) * 4) !== 0xffffffff)
          expect.fail(`Something is drawn at ${x}, ${y}`);
      }
  });

  test('as a browser draws the SVG and as the PNG has it are one', async () => {
    const id = 'reported-coverage-lao-viet-nam';
    const png = await file(`${id}/${language}.png`);
    const { width, height } = PNG.sync.read(png);
    const tab = await browser.newPage({ viewport: { width, height } });
    await tab.goto(`${site.address}charts/${id}/${language}.svg`);
    expect(difference(await tab.screenshot(), png)).toBeLessThan(1);
    await tab.close();
  });
});

describe('outlines', () => {
  test.each([
    ...languages.map((language) => ['published', `${language}/charts/lao-coverage-by-branch/`]),
    ...languages.map((language) => ['published', `${language}/charts/out-of-pocket-lao-cambodia/`]),
    ...['lines', 'bars', 'facets'].map((id) => ['fixture', `ar/charts/${id}/`]),
  ])('look as the text does that they stand for: %s %s', async (where, path) => {
    const { address } = where === 'fixture' ? fixture : site;
    const tab = await browser.newPage({ viewport: { width: 1000, height: 900 }, deviceScaleFactor: 2 });
    await tab.goto(address + path);
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    const drawing = tab.locator('.chart-wide svg');
    const text = await drawing.screenshot();
    const svg = await drawing.evaluate((element) => element.outerHTML);
    const outliner = makeOutliner('outline-');
    const paths = outlined(svg, outliner).replace('>', `><defs>${outliner.glyphs()}</defs>`);
    expect(paths).not.toContain('<text');
    await drawing.evaluate((element, html) => {
      element.outerHTML = html;
    }, paths);
    expect(difference(text, await drawing.screenshot())).toBeLessThan(0.2);
    await tab.close();
  });
});

describe('the data of a chart', () => {
  test.each([
    ['en', '# Source: World Health Organization (WHO): ', '# Licence: To be checked with the publisher. '],
    ['lo', '# ແຫຼ່ງຂໍ້ມູນ: ອົງການອະນາໄມໂລກ (WHO): ', '# ໃບອະນຸຍາດ: '],
    ['km', '# ប្រភព៖ អង្គការសុខភាពពិភពលោក (WHO): ', '# អាជ្ញាប័ណ្ណ: '],
    ['vi', '# Nguồn: Tổ chức Y tế Thế giới (WHO): ', '# Giấy phép: '],
  ])('as CSV in %s say where they come from', async (language, source, licence) => {
    const csv = (await file(`lao-government-health-spending/${language}.csv`)).toString();
    expect(csv.startsWith('\u{feff}# ')).toBe(true);
    expect(csv).toContain(`\r\n${source}`);
    expect(csv).toContain(`\r\n${licence}`);
    expect(csv).toContain(`: https://sala.example/${language}/charts/lao-government-health-spending/\r\n`);
  });

  test.each(charts)('%s: as CSV and as JSON are the same rows, of the release that is named', async (id) => {
    const { resources } = JSON.parse((await file(`${id}/en.json`)).toString()) as {
      resources: { name: string; version: string; release: string; data: Record<string, unknown>[] }[];
    };
    expect(resources.length).toBeGreaterThan(0);
    for (const { name, version, release, data } of resources) {
      const csv = (await file(`${id}/en.${resources.length === 1 ? '' : `${name}.`}csv`)).toString();
      const { data: rows } = Papa.parse<Record<string, string>>(csv.replace(/^\u{feff}/u, ''), {
        header: true,
        comments: '#',
        skipEmptyLines: true,
      });
      const text = (value: unknown) => (value === null ? '' : String(value));
      expect(rows).toEqual(
        data.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)]))),
      );
      expect(release).toBe(`https://sala.example/data/${name}/${version}.json`);
      const published = content.datasets.get(name)?.releases.get(version)?.rows;
      for (const row of data) expect(published).toContainEqual(row);
    }
  });

  test.each(charts)('%s: its spec opens in plain Vega-Lite, without a word of warning', async (id) => {
    for (const language of languages) {
      const spec = JSON.parse((await file(`${id}/${language}.vl.json`)).toString()) as TopLevelSpec;
      const said: unknown[] = [];
      const say = (...parts: unknown[]) => {
        said.push(...parts);
        return logger;
      };
      const logger = { level: say, error: say, warn: say, info: () => logger, debug: () => logger };
      const { spec: runnable } = compile(spec, { logger: logger as unknown as vega.LoggerInterface });
      const view = new vega.View(vega.parse(runnable), {
        renderer: 'none',
        logger: logger as unknown as vega.LoggerInterface,
      });
      expect(await view.toSVG()).toMatch(/<text/);
      expect(said.filter((each) => !String(each).startsWith('Infinite extent'))).toEqual([]);
    }
  });
});

describe('a brief that stays on earlier releases', () => {
  test('offers the files of those, and the page of the chart offers both', async () => {
    const pinned = (await filesUnder(join(published, 'charts'))).filter((path) =>
      /\/[\d._]+\/en\.png$/.test(path),
    );
    expect(pinned.length).toBeGreaterThan(0);
    for (const path of pinned) {
      const [id = '', versions = ''] = path.split('/');
      const chart = await page(`en/charts/${id}`);
      for (const each of [`${id}/en.png`, `${id}/${versions}/en.png`])
        expect(chart).toContain(`href="/charts/${each}"`);
      const brief = content.briefs.find(({ slug }) =>
        chart.includes(
          `class="earlier">With the data of an earlier release, as in: <a href="/en/briefs/${slug}/"`,
        ),
      );
      const html = await page(`en/briefs/${brief?.slug}`);
      expect(html).toContain(`href="/charts/${id}/${versions}/en.png"`);
      expect(html).not.toContain(`href="/charts/${id}/en.png"`);
      const { resources } = JSON.parse((await file(`${id}/${versions}/en.json`)).toString());
      for (const { name, version } of resources) expect(brief?.releases.get(name)?.version).toBe(version);
    }
  });
});

describe('the page of a chart', () => {
  test.each([
    ['en', 'Sala Policy Briefs. (2026). ', '[Chart. Source: '],
    ['lo', '. (2026). ', '[ແຜນພູມ. ແຫຼ່ງຂໍ້ມູນ: '],
    ['km', '. (2026). ', '[គំនូសតាង. ប្រភព៖ '],
    ['vi', '. (2026). ', '[Biểu đồ. Nguồn: '],
  ])(
    'in %s says how to cite it, which briefs use it, and on which release',
    async (language, year, source) => {
      const html = (await page(`${language}/charts/funding-mix-lao-cambodia`)).replace(/<[^>]+>/g, '');
      expect(html).toContain(year);
      expect(html).toContain(source);
      const brief = content.briefs.find(({ slug }) => slug === 'lao-cambodia-health-protection');
      expect(html).toContain(brief?.translations.get(language)?.matter.title);
      expect(html).toContain('1.1.0');
    },
  );

  test('shows its description, and the sizes of its files as they are', async () => {
    const html = await page('en/charts/funding-mix-lao-cambodia');
    expect(html).not.toMatch(/class="unseen chart-description"/);
    expect(html).toMatch(/class="[^"]*chart-description"/);
    const size = Math.ceil((await file('funding-mix-lao-cambodia/en.png')).length / 1000);
    expect(html).toMatch(new RegExp(`en\\.png"[^>]*>Picture \\(PNG\\)</a> <span class="aside">${size} kB`));
  });
});
