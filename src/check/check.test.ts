import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder as repository } from '../project.ts';
import { readSiteFiles } from '../site/index.ts';
import { checkFiles } from './index.ts';

const fixture = await readSiteFiles(join(repository, 'test/fixtures/site'));
const own = await readSiteFiles(repository);
const messages = [...own.texts].filter(([path]) => path.startsWith('content/messages/'));

/** The errors of the example site, with one text changed. */
function errors(path: string, change: (text: string) => string): string[] {
  const texts = new Map([...fixture.texts, ...messages]);
  const before = texts.get(path)?.text ?? '';
  const text = change(before);
  expect(text).not.toBe(before);
  texts.set(path, { path, text });
  return checkFiles({ ...fixture, texts })
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

test.each<[string, string, (text: string) => string, string]>([
  [
    'a chart',
    'content/charts/bars/chart.vl.json',
    (text) => text.replace('"mark": "bar",', '"mark": "bar"'),
    'content/charts/bars/chart.vl.json:12 json',
  ],
  [
    'a data set',
    'content/datasets/share/dataset.yaml',
    (text) => text.replace('yearly', 'annual'),
    'content/datasets/share/dataset.yaml:1 schema',
  ],
  [
    'a data set that a chart misspells',
    'content/charts/bars/chart.vl.json',
    (text) => text.replace('"name": "people"', '"name": "poeple"'),
    'content/charts/bars/chart.vl.json:4 chart-data',
  ],
])('%s that cannot be read is one error, and not missing in every text besides', (_, path, change, only) => {
  expect(errors(path, change)).toEqual([only]);
});

test('an image whose address is no address is named', () => {
  expect(
    errors('content/briefs/everything/en.mdx', (text) =>
      text.replace('(/images/dot.svg)', '(/images/100%.svg)'),
    ),
  ).toEqual(['content/briefs/everything/en.mdx:56 image-missing']);
});

test.each([
  '/data/datapackage.json',
  '/data/people/datapackage.json',
  '/data/catalog.jsonld',
  '/data/people/1.0.0.csv',
  '/lo/feed.xml',
  '/en/places/lao/feed.xml',
  '/en/briefs/everything/everything-en.bib',
  '/en/briefs/everything/everything-en.md',
  '/en/briefs/everything/v/1/',
  '/charts/bars/en.svg',
  '/en/charts/bars/embed/',
  '/images/dot.svg',
])('a text may lead to %s, and not to a name near it', (address) => {
  const to = (end: string) => (text: string) => text.replace('(/en/about/)', `(${address}${end})`);
  expect(errors('content/briefs/everything/en.mdx', to(''))).toEqual([]);
  expect(errors('content/briefs/everything/en.mdx', to('x'))).toEqual([
    expect.stringMatching(/everything\/en\.mdx:\d+ link-target$/),
  ]);
});

test('no chart has the address of what makes charts live', () => {
  expect(errors('content/charts/live/en.yaml', () => 'title: A chart\n')).toContain(
    'content/charts/live/en.yaml:1 folder-name',
  );
});
