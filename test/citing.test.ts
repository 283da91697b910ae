import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { parseFeed } from '@rowanmanning/feed-parser';
import jsonld from 'jsonld';
import { LinkChecker } from 'linkinator';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { briefLists, loadSite, placesShown } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { repository } from './sites.ts';

const published = inject('published');
const fixture = join(inject('fixture'), 'dist');
const languages = ['en', 'lo', 'km', 'vi'];
const { site } = await loadSite(repository);
if (!site) throw new Error('The repository does not load');
const texts = site.briefs.flatMap((brief) => languages.map((language) => [brief.slug, language] as const));
const read = (path: string) => readFile(join(published, path), 'utf8');
const page = (path: string) => read(`${path}index.html`);
const briefFile = (slug: string, language: string, extension: string) =>
  read(`${language}/briefs/${slug}/${slug}-${language}.${extension}`);
const titleOf = (slug: string, language: string) =>
  site.briefs.find((brief) => brief.slug === slug)?.translations.get(language)?.matter.title;

const unescaped = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<');
const metas = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'))].map(
    ([, content = '']) => unescaped(content),
  );

describe.each(texts)('%s in %s', (slug, language) => {
  test('is known to Google Scholar and Zotero by its head', async () => {
    const html = await page(`${language}/briefs/${slug}/`);
    expect(metas(html, 'citation_title')).toEqual([titleOf(slug, language)]);
    expect(metas(html, 'citation_author')).toEqual([site.words.get(language)?.publisher.name]);
    expect(metas(html, 'citation_publication_date')[0]).toMatch(/^\d{4}\/\d\d\/\d\d$/);
    // In the same folder as the page.
    expect(metas(html, 'citation_pdf_url')).toEqual([
      `https://sala.example/${language}/briefs/${slug}/${slug}-${language}.pdf`,
    ]);
    expect(metas(html, 'citation_reference').length).toBe(
      site.briefs.find((brief) => brief.slug === slug)?.facts.references.length,
    );
    expect(metas(html, 'DCTERMS.title')).toEqual([titleOf(slug, language)]);
    expect(metas(html, 'og:title')).toEqual([titleOf(slug, language)]);
  });

  test('can be read back from BibTeX, RIS and CSL-JSON', async () => {
    for (const extension of ['bib', 'ris', 'csl.json']) {
      const [item] = new Cite(await briefFile(slug, language, extension)).data;
      expect(item).toMatchObject({
        type: 'report',
        title: titleOf(slug, language)?.replaceAll('\u00a0', ' '),
        URL: `https://sala.example/${language}/briefs/${slug}/`,
      });
      expect(JSON.stringify(item?.['author'])).toContain(site.words.get(language)?.publisher.name);
      expect(JSON.stringify(item?.['issued'])).toContain('2026');
    }
  });

  test('has a picture of the size that is promised', async () => {
    const html = await page(`${language}/briefs/${slug}/`);
    const [address = ''] = metas(html, 'og:image');
    const { width, height } = PNG.sync.read(await readFile(join(published, new URL(address).pathname)));
    expect([width, height].map(String)).toEqual([
      ...metas(html, 'og:image:width'),
      ...metas(html, 'og:image:height'),
    ]);
    expect([width, height]).toEqual([1200, 630]);
  });

  test('is there as Markdown with its numbers, and without components', async () => {
    const text = await briefFile(slug, language, 'md');
    expect(text).toMatch(/^# /);
    expect(text).not.toMatch(/<\/?[A-Z]|\{\/\*|undefined/);
    const html = await page(`${language}/briefs/${slug}/`);
    const numbers = [...html.matchAll(/<a class="stat"[^>]*>([^<]+)<\/a>/g)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter((number) => !text.includes(number))).toEqual([]);
    expect(text).not.toMatch(/\]\(\//);
  });
});

/** The nodes of a page's linked data, expanded with a context that is at hand. */
async function nodesOf(path: string): Promise<Record<string, unknown>[]> {
  const html = await page(path);
  const [, text = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  const context = JSON.parse(
    await readFile(join(import.meta.dirname, 'fixtures/schema-org-context.json'), 'utf8'),
  );
  const loader = async (url: string) => {
    if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error(`Asked for ${url}`);
    return { documentUrl: url, contextUrl: undefined as never, document: context };
  };
  return (await jsonld.expand(JSON.parse(text), { documentLoader: loader as never })) as never;
}

const schema = 'https://schema.org/';
const typed = (nodes: readonly Record<string, unknown>[], type: string) =>
  nodes.filter((node) => (node['@type'] as string[] | undefined)?.includes(schema + type));

describe('linked data', () => {
  test.each(texts)(
    'of %s in %s describes the report, its publisher, its place and its charts',
    async (slug, language) => {
      const nodes = await nodesOf(`${language}/briefs/${slug}/`);
      const [report] = typed(nodes, 'Report');
      expect(report?.['@id']).toBe(`https://sala.example/${language}/briefs/${slug}/`);
      expect(report?.[`${schema}headline`]).toEqual([{ '@value': titleOf(slug, language) }]);
      const [publisher] = typed(nodes, 'Organization');
      expect(report?.[`${schema}publisher`]).toEqual([{ '@id': publisher?.['@id'] }]);
      // The home page, the list of its kind, and itself.
      const [trail] = typed(nodes, 'BreadcrumbList');
      expect(trail?.[`${schema}itemListElement`]).toMatchObject([
        { [`${schema}item`]: [{ '@id': `https://sala.example/${language}/` }] },
        {
          [`${schema}item`]: [{ '@id': expect.stringContaining(`https://sala.example/${language}/kinds/`) }],
        },
        { [`${schema}item`]: [{ '@id': `https://sala.example/${language}/briefs/${slug}/` }] },
      ]);
      const charts = site.briefs
        .find((brief) => brief.slug === slug)
        ?.figures.filter(({ id }) => site.charts.has(id));
      expect(typed(nodes, 'ImageObject').length).toBe(charts?.length);
    },
  );

  test.each([...site.datasets.keys()])('of the data set %s gives its files and their digest', async (id) => {
    for (const language of languages) {
      const [dataset] = typed(await nodesOf(`${language}/data/${id}/`), 'Dataset');
      expect(dataset?.[`${schema}name`]).toBeDefined();
      expect(dataset?.[`${schema}description`]).toBeDefined();
      const files = dataset?.[`${schema}distribution`] as Record<
        string,
        { '@id'?: string; '@value'?: string }[]
      >[];
      expect(files.length).toBe(2);
      for (const file of files) await read(new URL(file[`${schema}contentUrl`]?.[0]?.['@id'] ?? '').pathname);
      expect(files.map((file) => file[`${schema}sha256`]?.[0]?.['@value'])).toContain(
        site.datasets.get(id)?.newest.digest.replace('sha256:', ''),
      );
    }
  });
});

describe('feeds', () => {
  const about = [
    '',
    ...placesShown(site).map((code) => `places/${code.toLowerCase()}/`),
    ...briefLists(site).flatMap(({ by, id }) => (by === 'topics' ? [`topics/${id}/`] : [])),
  ];
  test.each(languages)('in %s can be read, and their pages lead to them', async (language) => {
    for (const path of about) {
      const feed = parseFeed(await read(`${language}/${path}feed.xml`));
      expect(feed.meta).toMatchObject({ type: 'atom' });
      expect(feed.language).toBe(language);
      expect(feed.self).toBe(`https://sala.example/${language}/${path}feed.xml`);
      expect(feed.url).toBe(`https://sala.example/${language}/${path}`);
      expect(await page(`${language}/${path}`)).toContain(`href="${feed.self}"`);
    }
    const { items } = parseFeed(await read(`${language}/feed.xml`));
    expect(items.map(({ title }) => title)).toEqual(site.briefs.map(({ slug }) => titleOf(slug, language)));
    for (const item of items) expect(item.updated?.getUTCFullYear()).toBeGreaterThan(2000);
  });

  test('of a place hold the briefs about it alone', async () => {
    const { items } = parseFeed(await read('en/places/vnm/feed.xml'));
    expect(items.map(({ url }) => url)).toEqual([
      'https://sala.example/en/briefs/lao-viet-nam-health-insurance/',
    ]);
  });
});

describe('for those that come to index', () => {
  test('the sitemap is valid, and says when each brief was changed', async () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('sitemap/package.json')), 'schema');
    // The schema of XHTML, which the links to translations belong to, is not at hand.
    const schemaText = (await readFile(join(folder, 'sitemap.xsd'), 'utf8')).replaceAll(
      'processContents="strict"',
      'processContents="lax"',
    );
    for (const dist of [published, fixture]) {
      const contents = await readFile(join(dist, 'sitemap.xml'), 'utf8');
      const { errors } = await validateXML({
        xml: [{ fileName: 'sitemap.xml', contents }],
        schema: [schemaText],
      });
      expect(errors).toEqual([]);
    }
    const sitemap = await read('sitemap.xml');
    for (const { slug, facts } of site.briefs)
      expect(sitemap).toContain(
        `<loc>https://sala.example/lo/briefs/${slug}/</loc><lastmod>${facts.history.at(-1)?.date ?? facts.date}</lastmod>`,
      );
    for (const path of ['places/lao/', 'compare/', 'compare/lao-khm/', 'topics/coverage/', 'search/'])
      expect(sitemap).toMatch(
        new RegExp(`<loc>https://sala.example/km/${path}</loc><lastmod>\\d{4}-\\d\\d-\\d\\d<`),
      );
  });

  test('robots.txt leads to the sitemap, and llms.txt to each brief as Markdown', async () => {
    expect(await read('robots.txt')).toContain('Sitemap: https://sala.example/sitemap.xml');
    const text = await read('llms.txt');
    for (const [slug, language] of texts)
      expect(text).toContain(`https://sala.example/${language}/briefs/${slug}/${slug}-${language}.md`);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(published);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test.each(languages)(
    'a page in %s with linked data breaks no policy, and shows both styles',
    async (language) => {
      const tab = await browser.newPage({ javaScriptEnabled: true });
      const complaints: string[] = [];
      tab.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await tab.goto(`${served.address}${language}/briefs/lao-cambodia-health-protection/`);
      expect(complaints).toEqual([]);
      expect(await tab.locator('.how-to-cite .citation-style').allTextContents()).toEqual(['APA', 'Chicago']);
      const slanted = await tab
        .locator('.citation i')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).fontStyle));
      if (language === 'lo' || language === 'km') expect(new Set(slanted)).not.toContain('italic');
      await tab.close();
    },
  );

  test('every link leads somewhere, and to every page leads one', { timeout: 300_000 }, async () => {
    const { links } = await new LinkChecker().check({
      path: served.address,
      recurse: true,
      linksToSkip: async (link) => !link.startsWith(served.address),
      concurrency: 20,
    });
    expect(
      links.filter(({ state }) => state === 'BROKEN').map(({ url, status }) => `${status} ${url}`),
    ).toEqual([]);
    const reached = new Set(links.map(({ url }) => url.replace(/#.*/, '')));
    const pages = (await filesUnder(published)).filter(
      // What stands in frames, and addresses that lead on.
      (path) => path.endsWith('index.html') && !/\/(embed|v\/\d+|live)\/index|^admin/.test(path),
    );
    const addresses = pages.map((path) => served.address + path.replace('index.html', ''));
    expect(addresses.filter((address) => !reached.has(address))).toEqual([]);
  });
});
