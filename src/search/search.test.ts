import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import searches from '../../test/fixtures/searches.json' with { type: 'json' };
import { projectFolder } from '../project.ts';
import { loadSite, makeLocale, type Site } from '../site/index.ts';
import { Library } from './client/library.ts';
import { packed, unpacked } from './grams.ts';
import { makeIndex, searchRecords } from './index.ts';
import { countsOf, narrowed, withValues } from './narrow.ts';
import { readQuery } from './query.ts';

let site: Site;
const files = new Map<string, string>();
/** Bytes that were asked for, compressed as hosts do. */
let loaded = 0;

beforeAll(async () => {
  const made = (await loadSite(projectFolder)).site;
  if (!made) throw new Error('The site has errors');
  site = made;
  for (const language of site.languages)
    for (const [name, text] of makeIndex(language, recordsOf(language)).files)
      files.set(`/${language}/${name}`, text);
  vi.stubGlobal('fetch', async (address: string) => {
    const text = files.get(address);
    loaded += gzipSync(text ?? '').length;
    return new Response(text, { status: text === undefined ? 404 : 200 });
  });
});
afterAll(() => vi.unstubAllGlobals());

const recordsOf = (language: string) => searchRecords(site, language, (each) => makeLocale(site, each));

/** What a first query finds: the paths of the first results, as the page shows them, and the section that each leads to. */
async function find(language: string, asked: string) {
  const query = readQuery(asked);
  const library = new Library(`/${language}/`);
  if (!query) return [];
  const matches = await library.settled(query, (await library.ask(query)).slice(0, 10));
  return matches.map((match) => library.section(match) ?? ['', '', '', '', '']);
}

test.each(Object.entries(searches))(
  'thirty queries in %s find their page among the first three',
  async (language, queries) => {
    const missed: string[] = [];
    for (const [asked = '', page = ''] of queries) {
      loaded = 0;
      const found = await find(language, asked);
      const first = found.slice(0, 3).map(([, path]) => path.replace('#term-', '').replace(/\/$/, ''));
      if (!first.includes(page.toLowerCase())) missed.push(`${asked}: ${first.join(', ')}`);
      expect(loaded, asked).toBeLessThan(50_000);
    }
    expect(missed).toEqual([]);
    expect(queries).toHaveLength(30);
  },
);

test('a result leads to the section that has the words', async () => {
  const [[, path, anchor, heading] = []] = await find('en', 'recall periods');
  expect([path, anchor, heading]).toEqual([
    'briefs/lao-cambodia-health-protection/',
    'what-the-comparison-cannot-say',
    'What the comparison cannot say',
  ]);
});

test('numbers in prose are found as readers see them', async () => {
  const texts = (await find('vi', '61,2')).map(([, , , , text]) => text);
  expect(texts.join('\n')).toMatch(/61,2\s?%/);
});

test('two letters are enough, one is not, and what is not there is not found', async () => {
  expect((await find('vi', 'y tế')).length).toBeGreaterThan(3);
  expect((await find('lo', 'ປີ')).length).toBeGreaterThan(3);
  expect(await find('en', 'x')).toEqual([]);
  expect(await find('en', 'zzzzqqqq')).toEqual([]);
});

test('another name in the glossary finds the texts that have the term', async () => {
  const paths = (await find('en', 'OOP')).map(([, path]) => path);
  expect(paths[0]).toBe('glossary/#term-out-of-pocket-spending');
  expect(paths).toContain('briefs/lao-cambodia-health-protection/');
});

test('results are narrowed down, and counted as the other choices leave them', async () => {
  const query = readQuery('health');
  const library = new Library('/en/');
  if (!query) throw new Error('Nothing is asked');
  const found = withValues(await library.ask(query), await library.head, 'en', false);
  const charts = narrowed(found, { kind: 'chart' });
  expect(charts.length).toBeGreaterThan(3);
  expect(countsOf(found, { kind: 'chart' }, 'place').get('KHM')).toBe(
    narrowed(found, { kind: 'chart', place: 'KHM' }).length,
  );
  expect(countsOf(found, { kind: 'chart' }, 'kind').get('dataset')).toBe(
    narrowed(found, { kind: 'dataset' }).length,
  );
});

test('lists of numbers come back as they were', () => {
  const numbers = [0, 1, 5, 31, 33, 64, 65, 1100, 2_000_000];
  expect(unpacked(packed(numbers))).toEqual(numbers);
});

test('an index has the same name whenever it is made of the same records', () => {
  const [first, second] = [makeIndex('en', recordsOf('en')), makeIndex('en', recordsOf('en'))];
  expect(first.name).toBe(second.name);
  expect(makeIndex('en', recordsOf('en').slice(1)).name).not.toBe(first.name);
});
