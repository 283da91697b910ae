import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { openPage } from './reader.ts';
import { copyFixture, edit, remove, runWith, write } from './sites.ts';

const brief = (title: string, text = 'Words.') =>
  `---\ntitle: ${title}\nsummary: For tests.\nstate: draft\n---\n\n## A heading\n\n${text}\n`;
const facts = (more: string) =>
  `kind: country-comparison\ndate: 2026-12-01\nplaces: [LAO, KHM]\ntopics: [money]\ncompared: [LAO, KHM]\nyears: [2020, 2020]\n${more}`;

const hidden = {
  'content/briefs/waiting/brief.yaml': facts('embargo: 2026-12-01\ndata: { people: 1.0.0 }\n'),
  'content/briefs/waiting/en.mdx': brief('What waits', '<Chart id="waiting" />'),
  'content/charts/waiting/chart.vl.json': JSON.stringify({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: 'people' },
    mark: 'bar',
    encoding: {
      x: { aggregate: 'sum', field: 'value', type: 'quantitative' },
      y: { field: 'place', type: 'nominal' },
    },
  }),
  'content/charts/waiting/en.yaml':
    'title: The finding that waits\nsubtitle: People\ndescription: A chart of bars, for tests, which nobody may see yet.\n',
  'content/briefs/sketched/brief.yaml': facts('status: draft\n'),
  'content/briefs/sketched/en.mdx': brief('What is sketched', '[It waits](/en/briefs/waiting/)'),
};

let folder: string;
let browser: Browser;
let site: Served;
let preview: Served;
/** A second before the embargo ends. */
const date = String(Date.parse('2026-11-30T23:59:59Z') / 1000);
beforeAll(async () => {
  folder = await copyFixture();
  await write(folder, hidden);
  await edit(folder, 'content/briefs/everything/brief.yaml', (text) =>
    text.concat('history:\n  - { version: 1, date: 2025-06-07, kind: withdrawn }\n'),
  );
  await edit(folder, 'content/briefs/everything/en.mdx', (text) =>
    text.replace(
      'state: draft',
      'state: draft\nwords:\n  withdrawn: The survey was not what it was taken for.',
    ),
  );
  const build = async (out: string, ...options: string[]) => {
    const { code, output } = await runWith(
      { SOURCE_DATE_EPOCH: date },
      'build',
      ...['--site', folder, '--no-pdf', '--out', join(folder, out), ...options],
    );
    if (code !== 0) throw new Error(output);
    return output;
  };
  expect(await build('dist')).toContain('Left out as drafts or under embargo: sketched, waiting.');
  expect(await build('preview', '--drafts')).toContain('This is a preview, not to be published');
  browser = await launchBrowser();
  site = await serve(join(folder, 'dist'));
  preview = await serve(join(folder, 'preview'));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await preview?.close();
  await remove(folder);
});

const open = (path: string, from = site) => openPage(browser, `${from.address}${path}`, { width: 360 });

describe('what is not to be seen yet', () => {
  test('leaves no trace in the site: no page, no file, no word of it in any other', async () => {
    const dist = join(folder, 'dist');
    for (const name of await filesUnder(dist)) {
      expect(name).not.toMatch(/waiting|sketched/);
      if (/\.(html|xml|json|jsonld|md|txt|css)$/.test(name))
        expect(await readFile(join(dist, name), 'utf8'), name).not.toMatch(
          /What waits|The finding that waits|What is sketched|\/(?:waiting|sketched)\//,
        );
    }
  });

  test('shows in a preview, and says why in the language of the reader', async () => {
    for (const [path, says] of [
      ['en/briefs/waiting/', 'Under embargo until 1 December 2026'],
      ['lo/briefs/waiting/', 'ຫ້າມເຜີຍແຜ່ກ່ອນວັນທີ 1 ທັນວາ 2026'],
      ['en/briefs/sketched/', 'Not published'],
    ] as const) {
      const { page, complaints, close } = await open(path, preview);
      expect(await page.locator('.notice.grave').textContent()).toContain(says);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(complaints).toEqual([]);
      await close();
    }
  });
});

describe('an earlier version', () => {
  test('is marked before its title in the language of the reader, and leads to the present one and back', async () => {
    const { page, complaints, close } = await open('lo/briefs/untranslated/v/1/');
    const notice = page.locator('.opening .notice.grave');
    expect(await notice.getAttribute('lang')).toBe('lo');
    expect(await notice.textContent()).toContain('ນີ້ແມ່ນສະບັບທີ 1');
    expect(await notice.textContent()).toContain('It was said that nothing came of it');
    expect(await page.locator('.summary').textContent()).toBe('It was short. Nothing came of it.');
    const old = await page.locator('.versions code').textContent();
    await notice.getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe('/lo/briefs/untranslated/');
    expect(await page.locator('.summary').textContent()).toBe('It was short. Another one is planned.');
    expect(await page.locator('.versions code').textContent()).toMatch(/^[0-9a-f]{12}$/);
    expect(await page.locator('.versions code').textContent()).not.toBe(old);
    await page.locator('.history').getByRole('link', { name: 'Version 1' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/briefs/untranslated/v/1/');
    expect(complaints).toEqual([]);
    await close();
  });

  test('is not for search engines, which are sent to the present one', async () => {
    const html = await readFile(join(folder, 'dist/en/briefs/untranslated/v/1/index.html'), 'utf8');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<link rel="canonical" href="https://fixture.example/en/briefs/untranslated/">');
    expect(html).not.toContain('hreflang="x-default"');
    expect(await readFile(join(folder, 'dist/sitemap.xml'), 'utf8')).not.toContain('/v/');
  });
});

test('a withdrawn brief stays, and says so before its title', async () => {
  const { page, close } = await open('en/briefs/everything/');
  const notice = await page.locator('.opening .notice.grave').textContent();
  expect(notice).toContain('withdrawn on 7 June 2025');
  expect(notice).toContain('The survey was not what it was taken for.');
  await close();
});

test('who wrote, translated and read a text is said, and that a translation is unofficial', async () => {
  const { page, close } = await open('lo/briefs/everything/');
  const said = await page.locator('.versions').textContent();
  for (const each of ['ຜູ້ແປ, 10 ກຸມພາ 2025', 'ບັນນາທິການ, 12 ກຸມພາ 2025', 'ຜູ້ກວດ, 4 ມີນາ 2025'])
    expect(said).toContain(each);
  expect(await page.locator('.before .notice').textContent()).toContain('ສະບັບແປທີ່ບໍ່ເປັນທາງການ');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.versions').isVisible()).toBe(true);
  await close();
  const source = await open('en/briefs/everything/');
  expect(await source.page.locator('.before .notice').textContent()).not.toContain('Unofficial');
  await source.close();
});

test.each([
  ['lo/briefs/short-workshop/', '/lo/briefs/untranslated/'],
  ['en/briefs/short-workshop/v/1/', '/en/briefs/untranslated/v/1/'],
  ['en/briefs/untranslated/v/2/', '/en/briefs/untranslated/'],
])('%s leads on without a script', async (from, to) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.address + from);
  await page.waitForURL(`**${to}`);
  expect(await page.locator('h1').textContent()).toBe('A workshop that only English readers know of');
  await page.close();
});

test('hosts are told of moved briefs', async () => {
  expect((await readFile(join(folder, 'dist/_redirects'), 'utf8')).split('\n')).toContain(
    '/lo/briefs/short-workshop/ /lo/briefs/untranslated/ 301',
  );
});
