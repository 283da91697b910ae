import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { digestOf } from '../src/datasets/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { foreignFonts, openPage } from './reader.ts';
import { copyFixture, edit, remove, repository, run, write } from './sites.ts';

/** A release of a new data set, and its files. */
function rainFiles(): Record<string, string> {
  const release = {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: 'rain',
    version: '1.0.0',
    created: '2026-01-01',
    title: 'Rain',
    description: 'Rain in a year.',
    language: 'en',
    sources: [{ title: 'Office of Examples' }],
    licenses: [{ name: 'CC-BY-4.0' }],
    changes: 'First release.',
    schema: {
      fields: [
        { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
        { name: 'year', type: 'year' },
        { name: 'value', type: 'number', unit: 'millimeter' },
      ],
      primaryKey: ['place', 'year'],
    },
    data: [
      { place: 'THA', year: 2020, value: 1234.5 },
      { place: 'LAO', year: 2020, value: 1834 },
    ],
  };
  return {
    'data/rain/1.0.0.json': JSON.stringify(release),
    'content/datasets/rain/dataset.yaml': 'update: yearly\nfields:\n  value: { decimals: 1 }\n',
    'content/datasets/rain/en.yaml':
      'title: Rain\ndescription: Rain in a year.\npublisher: Office of Examples\nfields:\n  place: { title: Place }\n  year: { title: Year }\n  value: { title: Rain, unit: mm }\n',
  };
}

const thai = {
  'content/site/th.yaml':
    'name: ตัวอย่าง\ntagline: เว็บไซต์ขนาดเล็กที่มีทุกอย่าง\nabout: เว็บไซต์สำหรับการทดสอบ\npublisher: { name: ผู้ทดสอบ }\n',
  'content/briefs/rain/th.mdx':
    '---\ntitle: ฝนตกในประเทศไทยน้อยกว่าในลาว\nsummary: บทสรุปนี้เขียนขึ้นเพื่อการทดสอบ\nstate: draft\n---\n\n## ฝน\n\nปริมาณฝน <Stat data="rain" place="THA" year="2020" />\n\n<Chart id="rain" />\n',
  'content/charts/rain/th.yaml':
    'title: ฝนในลาวมีมากกว่า\nsubtitle: ปริมาณฝนรายปี\ndescription: แผนภูมิแท่งสองแท่ง แสดงปริมาณฝนในประเทศไทยและลาว\n',
};

const fourth = {
  'content/briefs/rain/brief.yaml':
    'kind: country-comparison\ndate: 2026-02-03\nplaces: [THA, LAO]\ntopics: [money]\ndata: { rain: 1.0.0 }\ncompared: [THA, LAO]\nyears: [2020, 2020]\n',
  'content/briefs/rain/en.mdx':
    '---\ntitle: It rains less in Thailand than in the Lao PDR\nsummary: This is for tests.\nstate: draft\n---\n\n## Rain\n\nIt rained <Stat data="rain" place="THA" year="2020" />.\n\n<Chart id="rain" />\n',
  'content/charts/rain/chart.vl.json': JSON.stringify({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: 'rain' },
    mark: 'bar',
    encoding: { x: { field: 'value', type: 'quantitative' }, y: { field: 'place', type: 'nominal' } },
  }),
  'content/charts/rain/en.yaml':
    'title: It rains more in the Lao PDR\nsubtitle: Rain in a year, mm\ndescription: A chart of two bars, for tests, with the rain of two countries.\n',
};

let folder: string;
let browser: Browser;
let site: Served;
beforeAll(async () => {
  folder = await copyFixture();
  const files: Record<string, string> = { ...rainFiles(), ...fourth, ...thai };
  await write(folder, files);
  await edit(folder, 'data/releases.json', (text) =>
    JSON.stringify({ ...JSON.parse(text), rain: { '1.0.0': digestOf(files['data/rain/1.0.0.json'] ?? '') } }),
  );
  await edit(folder, 'content/site/site.yaml', (text) => text.replace('[en, lo, ar]', '[en, lo, ar, th]'));
  const { code, output } = await run('build', '--site', folder, '--base', '/below/');
  if (code !== 0) throw new Error(output);
  browser = await launchBrowser();
  site = await serve(join(folder, 'dist'), { base: '/below/' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await remove(folder);
});

test('a language, a brief, a chart and a data set appear by their files alone', async () => {
  const files = await filesUnder(join(folder, 'dist'));
  expect(files).toEqual(
    expect.arrayContaining([
      'th/index.html',
      'th/briefs/rain/index.html',
      'lo/charts/rain/index.html',
      'ar/data/rain/index.html',
      'data/rain/1.0.0.csv',
      'data/rain/datapackage.json',
      'th/places/tha/index.html',
      'ar/compare/lao-tha/index.html',
      'lo/years/2026/index.html',
      'en/topics/money/index.html',
    ]),
  );
});

test('a data set stands in the package and the catalogue of all', async () => {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, 'dist/data', name), 'utf8'));
  const { resources } = await read('datapackage.json');
  const csv = await readFile(join(folder, 'dist/data/rain/1.0.0.csv'), 'utf8');
  expect(resources).toContainEqual(
    expect.objectContaining({ name: 'rain', path: 'rain/1.0.0.csv', hash: digestOf(csv), bytes: csv.length }),
  );
  const { dataset } = await read('catalog.jsonld');
  expect(dataset).toContainEqual(
    expect.objectContaining({
      identifier: 'rain',
      landingPage: 'https://fixture.example/below/en/data/rain/',
    }),
  );
});

test('Thai is set in its own font, with its own names and numbers, under another base', async () => {
  const { page, complaints, close } = await openPage(browser, `${site.address}th/briefs/rain/`, {
    width: 360,
  });
  expect(await foreignFonts(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.locator('.stat').textContent()).toBe('1,234.5 มม.');
  expect(await page.locator('.chart:visible svg').textContent()).toContain('ไทย');
  expect(
    await page.locator('.languages a').evaluateAll((all) => all.map((each) => each.getAttribute('href'))),
  ).toEqual([
    '/below/en/briefs/rain/',
    '/below/lo/briefs/rain/',
    '/below/ar/briefs/rain/',
    '/below/th/briefs/rain/',
  ]);
  await close();
});

test('pictures and links of a text stand under the base too', async () => {
  const { page, complaints, close } = await openPage(browser, `${site.address}en/briefs/everything/`, {
    width: 360,
  });
  expect(await page.locator('.body img').getAttribute('src')).toBe('/below/images/dot.svg');
  expect(await page.locator('.body a', { hasText: 'a link' }).getAttribute('href')).toBe('/below/en/about/');
  expect(complaints).toEqual([]);
  await close();
});

test('Arabic runs from right to left, and so does the page around it', async () => {
  const { page, close } = await openPage(browser, `${site.address}ar/briefs/everything/`, { width: 1280 });
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const [outline, body] = await Promise.all(
    ['.outline', '.body'].map((each) => page.locator(each).boundingBox()),
  );
  expect(outline?.x).toBeGreaterThan((body?.x ?? 0) + (body?.width ?? 0) - 1);
  expect(await foreignFonts(page)).toEqual([]);
  expect(await page.locator('.chart:visible svg').first().textContent()).toContain('طريقة جديدة');
  await close();
});

test('all the Lao of the repository stands in files that are called lo', async () => {
  const content = join(repository, 'content');
  const files = await filesUnder(content);
  const lao: string[] = [];
  for (const path of files)
    if (/\p{Script=Lao}/u.test(await readFile(join(content, path), 'utf8'))) lao.push(path);
  expect(lao.filter((path) => !/(^|\/)lo\.(yaml|mdx)$/.test(path))).toEqual([]);
  expect(lao.length).toBeGreaterThan(30);
});
