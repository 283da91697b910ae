import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Diagnostic, hasErrors } from '../src/diagnostics/index.ts';
import { loadSite } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { copyFixture, digestOfFolder, edit, remove, run, write } from './sites.ts';

let folder: string;
beforeEach(async () => {
  folder = await copyFixture();
});
afterEach(() => remove(folder));

const brief = 'content/briefs/everything/en.mdx';
const chart = 'content/charts/lines/chart.vl.json';
const release = 'data/share/1.0.0.json';

/** Errors as a person reads them: place, message, hint. */
async function errors(): Promise<string[]> {
  const { diagnostics } = await loadSite(folder);
  return diagnostics.filter(({ severity }) => severity === 'error').map(shown);
}

const shown = ({ file, line, column, rule, message, hint }: Diagnostic) =>
  `${file}:${line}:${column} ${rule} ${message} ${hint}`;

test('the fixture itself has no errors', async () => {
  expect(await errors()).toEqual([]);
});

describe('a mistake is named at its place', () => {
  test.each<[string, string, (text: string) => string, string]>([
    [
      'an import in a brief',
      brief,
      (text) => text.replace('## Charts', 'import x from "y"\n\n## Charts'),
      'content/briefs/everything/en.mdx:32:1 mdx-program import and export are not part of a brief. Take the line out. The components of briefs are there without being imported.',
    ],
    [
      'a computed expression',
      brief,
      (text) => text.replace('## Charts', '## Charts {1 + 1}'),
      'content/briefs/everything/en.mdx:32:11 mdx-program Text between { and } would be computed, and a brief computes nothing. Write the text itself, a <Stat> for a number from the data, or \\{ for a brace.',
    ],
    [
      'an unknown component',
      brief,
      (text) => text.replace('<Chart id="bars" />', '<Chrat id="bars" />'),
      'content/briefs/everything/en.mdx:34:1 mdx-component There is no component <Chrat>. Did you mean “Chart”?',
    ],
    [
      'an unknown attribute',
      brief,
      (text) => text.replace('<Chart id="bars" />', '<Chart id="bars" size="big" />'),
      'content/briefs/everything/en.mdx:34:18 mdx-attribute <Chart> has no attribute “size”. Attributes: id.',
    ],
    [
      'a chart that does not exist',
      brief,
      (text) => text.replace('<Chart id="bars" />', '<Chart id="bar" />'),
      'content/briefs/everything/en.mdx:34:1 chart-unknown There is no chart “bar”. Did you mean “bars”?',
    ],
    [
      'a number whose row is not there',
      brief,
      (text) =>
        text.replace(
          '<Stat data="share" place="LAO" year="2021" />',
          '<Stat data="share" place="LAO" year="2031" />',
        ),
      'content/briefs/everything/en.mdx:9:17 stat Release 1.0.0 of “share” has no row with place LAO, year 2031. With the rest as it is, year can be: 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021.',
    ],
    [
      'a term that the glossary does not have',
      brief,
      (text) => text.replace('<Term id="share">', '<Term id="shares">'),
      'content/briefs/everything/en.mdx:21:3 term-unknown There is no term “shares”. Did you mean “share”?',
    ],
    [
      'a reference that is not listed',
      brief,
      (text) => text.replace('<Cite id="second" />', '<Cite id="third" />'),
      'content/briefs/everything/en.mdx:46:28 reference-unknown There is no reference “third”. References: first, second.',
    ],
    [
      'an image that is no file of the site',
      brief,
      (text) => text.replace('These numbers', '![A picture](picture.png) These numbers'),
      'content/briefs/everything/en.mdx:46:1 image-address The image “picture.png” is no file of the site. Put the file into public/, and write its path from there with a slash before it: ![what it shows](/images/name.png).',
    ],
    [
      'an image that is not there',
      brief,
      (text) => text.replace('These numbers', '![A picture](/note.txt) These numbers'),
      'content/briefs/everything/en.mdx:46:1 image-missing There is no image public/note.txt. Did you mean “notes.txt”?',
    ],
    [
      'an image without words',
      brief,
      (text) => text.replace('These numbers', '![](/notes.txt) These numbers'),
      'content/briefs/everything/en.mdx:46:1 image-alt The image “/notes.txt” has no words for readers who cannot see it. Say in the square brackets what it shows: ![what it shows](…).',
    ],
    [
      'a tag that is left open',
      brief,
      (text) => text.replace('</Callout>', ''),
      'content/briefs/everything/en.mdx:44:1 mdx-syntax <Callout> is opened here and never closed. Write </Callout> after its text, or <Callout … /> where it holds none.',
    ],
    [
      'a key of brief.yaml that is misspelt',
      'content/briefs/everything/brief.yaml',
      (text) => text.replace('topics:', 'topic:'),
      'content/briefs/everything/brief.yaml:4:1 schema Unknown key “topic”. Did you mean “topics”?',
    ],
    [
      'a release that was never published',
      'content/briefs/everything/brief.yaml',
      (text) => text.replace('share: 1.0.0', 'share: 1.2.0'),
      'content/briefs/everything/brief.yaml:6:3 release-exists Release 1.2.0 of “share” was never published, so nothing can be drawn from it. Published: 1.0.0, 1.1.0. Write: “share: 1.1.0”.',
    ],
    [
      'a pin that is missing',
      'content/briefs/everything/brief.yaml',
      (text) => text.replace('  people: 1.0.0\n', ''),
      'content/briefs/everything/en.mdx:15:221 pin-missing brief.yaml does not say which release of “people” is meant. Add there, under data: “people: 1.0.0”.',
    ],
    [
      'a place that nobody knows',
      'content/briefs/everything/brief.yaml',
      (text) => text.replace('places: [LAO, KHM]', 'places: [LAOS, KHM]'),
      'content/briefs/everything/brief.yaml:3:10 place-unknown “LAOS” is no country and no place of site.yaml. Did you mean “LAO”?',
    ],
    [
      'a field that a chart misspells',
      chart,
      (text) => text.replace('"field": "value"', '"field": "vlaue"'),
      'content/charts/lines/chart.vl.json:44:11 chart-field There is no field “vlaue” here. Did you mean “value”?',
    ],
    [
      'a chart that is no Vega-Lite',
      chart,
      (text) => text.replace('"mark": "line"', '"mark": "lien"'),
      'content/charts/lines/chart.vl.json:36:7 chart-spec “layer[0].mark” cannot be “lien”. Did you mean “line”? Allowed: ',
    ],
    [
      'a chart that reaches for an address',
      chart,
      (text) => text.replace('"name": "share"', '"url": "https://example.org/x.csv"'),
      'content/charts/lines/chart.vl.json:4:5 chart-url',
    ],
    [
      'a data set that a chart misspells',
      chart,
      (text) => text.replace('"name": "share"', '"name": "shares"'),
      'content/charts/lines/chart.vl.json:4:5 chart-data There is no data set “shares”. Did you mean “share”?',
    ],
    [
      'a digit of a published release that was changed',
      release,
      (text) => text.replace('"value": 5', '"value": 6'),
      'data/share/1.0.0.json:1:1 release-changed This release was changed after it was published, and its numbers may stand in print. Undo the change (git checkout), and publish what is new as a release of its own.',
    ],
    [
      'a word that is missing in the source language',
      'content/datasets/people/en.yaml',
      (text) => text.replace('young: Young people, ', ''),
      'content/datasets/people/en.yaml:6:3 words-missing “young” of “group” has no name. Add under fields, group, values: “young: …”.',
    ],
    [
      'a message that fills in what does not exist',
      'content/messages/lo.yaml',
      (text) => text.replace('{minutes,', '{minute,'),
      'content/messages/lo.yaml:37:3 message-syntax “brief.readingTime” fills in {minute}, which does not exist. It can fill in {minutes}.',
    ],
  ])('%s', async (_, path, change, expected) => {
    await edit(folder, path, change);
    const found = await errors();
    expect(
      found.some((each) => each.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
  });

  test.each<[string, (rows: string) => string, string]>([
    [
      'a key that two rows share',
      (text) => text.replace('"year": 2011, ', '"year": 2010, '),
      'data-key Rows 1 and 2 share the key place LAO, year 2010. A key may stand once: remove one of the rows, or add a field to “primaryKey”.',
    ],
    [
      'a value of the wrong type',
      (text) => text.replace(/"value": [\d.]+/, '"value": "many"'),
      'data-value Row 1: “value” must be a number, and is "many". Correct the value, or the schema if the value is right.',
    ],
    [
      'a value out of its bounds',
      (text) => text.replace(/"value": [\d.]+/, '"value": 101'),
      'data-value Row 1: “value” is 101, above the maximum of 100. Correct the value, or the schema if the value is right.',
    ],
    [
      'a value that is missing',
      (text) => text.replace('{"place": "LAO", ', '{'),
      'data-value Row 1: “place” is missing, and it is required. Correct the value, or the schema if the value is right.',
    ],
  ])('%s', async (_, change, expected) => {
    await edit(folder, release, change);
    expect((await errors()).map((each) => each.replace(/^\S+ /, ''))).toContain(expected);
  });
});

describe('a build that fails', () => {
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a row that a number needs is gone',
      release,
      (text) => text.replace(/.*"LAO", "year": 2021.*\n/, ''),
      /en\.mdx:9:17 {2}error {2}stat/,
    ],
    [
      'a digit of a release was changed',
      release,
      (text) => text.replace('"value": 5', '"value": 6'),
      /1\.0\.0\.json:1:1 {2}error {2}release-changed/,
    ],
    [
      'a field of a chart is misspelt',
      chart,
      (text) => text.replace('"field": "value"', '"field": "vlaue"'),
      /chart\.vl\.json:\d+:\d+ {2}error {2}chart-field/,
    ],
    [
      'a brief has an import',
      brief,
      (text) => text.replace('## Charts', 'import x from "y"\n\n## Charts'),
      /en\.mdx:32:1 {2}error {2}mdx-program/,
    ],
    [
      'a link leads nowhere',
      brief,
      (text) => text.replace('https://example.org/', '[no page](/en/nothing/)'),
      /en\.mdx:\d+:\d+ {2}error {2}link/,
    ],
    [
      'a character has no font',
      brief,
      (text) => text.replace('All of them', 'All 漢 of them'),
      /en\.mdx:\d+:\d+ {2}error {2}font/,
    ],
  ])('because %s leaves the last site as it was', async (_, path, change, expected) => {
    await write(folder, { 'dist/index.html': 'the last site' });
    const before = await digestOfFolder(join(folder, 'dist'));
    await edit(folder, path, change);
    const { code, output } = await run('build', '--site', folder);
    expect(code).toBe(1);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/\n\s+at \S+ \(/);
    expect(await digestOfFolder(join(folder, 'dist'))).toBe(before);
    expect((await filesUnder(folder)).filter((each) => each.startsWith('.dist'))).toEqual([]);
  });
});

describe('npm run check', () => {
  test('gives scripts one JSON array, and ends with 1', async () => {
    await edit(folder, brief, (text) => text.replace('id="bars"', 'id="bar"'));
    const { code, output } = await run('check', '--site', folder, '--format', 'json');
    expect(code).toBe(1);
    const diagnostics: Diagnostic[] = JSON.parse(output);
    expect(hasErrors(diagnostics)).toBe(true);
    expect(Object.keys(diagnostics[0] ?? {}).sort()).toEqual([
      'column',
      'file',
      'hint',
      'line',
      'message',
      'rule',
      'severity',
    ]);
  });

  test('ends with 0 on a good site, and with 1 on warnings where it is strict', async () => {
    expect((await run('check', '--site', folder)).code).toBe(0);
    await edit(folder, 'content/briefs/untranslated/brief.yaml', (text) => `${text}data: { share: 1.0.0 }\n`);
    expect((await run('check', '--site', folder)).code).toBe(0);
    expect((await run('check', '--site', folder, '--strict')).code).toBe(1);
  });

  test('explains itself and its mistaken options', async () => {
    expect((await run('check', '--help')).output).toContain('--format text|json|github');
    const { code, output } = await run('check', '--fromat', 'json');
    expect([code, output]).toEqual([2, expect.stringContaining('Did you mean “format”?')]);
  });
});

test('a site without a content folder is told what is missing', async () => {
  const { code, output } = await run('check', '--site', join(folder, 'data'));
  expect(code).toBe(1);
  expect(output).toContain('content/site/site.yaml:1:1  error  file-missing');
});

test('a site folder that does not exist is named', async () => {
  const { code, output } = await run('build', '--site', join(folder, 'nowhere'));
  expect([code, output]).toEqual([
    2,
    expect.stringContaining('nowhere. --site names one that holds content/'),
  ]);
});

test('files of the fixture are read as they are', async () => {
  const { files } = await loadSite(folder);
  expect(files.texts.get(brief)?.text).toBe(await readFile(join(folder, brief), 'utf8'));
});
