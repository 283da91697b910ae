import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesUnder } from '../src/source/index.ts';
import { copyFixture, digestOfFolder, edit, remove, run, write } from './sites.ts';

let folder: string;
beforeEach(async () => {
  folder = await copyFixture();
});
afterEach(() => remove(folder));

const start = (...line: string[]) => run('new', ...line, '--site', folder);
const text = (path: string) => readFile(join(folder, path), 'utf8');
const brief = ['--title', 'Rice and rain', '--places', 'LAO, KHM', '--topics', 'money'];

test('a chart, a brief that shows it, a data set and a language are started, and the site passes', async () => {
  const done = [
    await start('chart', 'shares', '--data', 'share'),
    await start('brief', 'rice', '--kind', 'country-comparison', ...brief, '--data', 'share'),
    await start(
      'dataset',
      'rain',
      '--title',
      'Rain',
      '--description',
      'In a year.',
      '--publisher',
      'An office',
    ),
    await start('language', 'th'),
  ];
  expect(
    done.map(({ code }) => code),
    done.map(({ output }) => output).join('\n'),
  ).toEqual([0, 0, 0, 0]);
  expect(done[1]?.output).toBe(`New      content/briefs/rice/brief.yaml
New      content/briefs/rice/en.mdx

Next
1. Write content/briefs/rice/en.mdx: the title, the summary, then the text. docs/content.md shows all that can stand in it.
2. Look at content/briefs/rice/brief.yaml: the facts, and the sources that the text cites.
3. See it grow: npm run dev, then /en/briefs/rice/
`);
  expect(await text('content/site/site.yaml')).toContain('languages: [en, lo, ar, th]\n');
  const { code, output } = await run('check', '--site', folder);
  expect(code, output).toBe(0);
  expect(output).toContain('npm run data -- import FILE --dataset rain');
  // Whatever was written aside on the way is gone.
  expect((await filesUnder(folder)).filter((path) => path.includes('.cache'))).toEqual([]);
}, 120_000);

test.each<[string, string[], RegExp]>([
  ['without a name', ['brief'], /^Say what it is to be called: npm run new -- brief SLUG/],
  ['of an unknown thing', ['breif', 'x'], /npm run new has no “breif”\. Did you mean “brief”\?/],
  [
    'without an answer, with nobody to ask',
    ['brief', 'rice'],
    /^--kind is missing: .* Nothing was written\.$/m,
  ],
  [
    'that is there already',
    ['chart', 'lines', '--data', 'share'],
    /There is a folder content\/charts\/lines\/ already/,
  ],
  [
    'with an answer that does not fit',
    ['brief', 'rice', '--kind', 'workshop-outcomes', ...brief, '--data', 'shares'],
    /^--data: There is no data set “shares”\. Did you mean “share”\? Nothing was written\.$/m,
  ],
  ['in a script without a font', ['language', 'hi'], /^No font for the script of Hindi \(Deva\) is included/],
])('something new %s is refused, and nothing is written', async (_, line, expected) => {
  const before = await digestOfFolder(folder);
  const { code, output } = await start(...line);
  expect(code).not.toBe(0);
  expect(output).toMatch(expected);
  expect(await digestOfFolder(folder)).toBe(before);
});

test('a site with errors is not added to: they are shown', async () => {
  await edit(folder, 'content/briefs/everything/en.mdx', (before) => before.replace('id="bars"', 'id="bar"'));
  const { code, output } = await start('language', 'th');
  expect(code).toBe(1);
  expect(output).toMatch(/en\.mdx:\d+:1 {2}error {2}chart-unknown/);
  expect(output).toContain('Mend these first. Nothing was written.');
});

test('what cannot be written to its end leaves nothing', async () => {
  // A folder stands where the words of the glossary would go, which is the last of the new files.
  await mkdir(join(folder, 'content/glossary/th.yaml'));
  const before = await digestOfFolder(folder);
  const { code, output } = await start('language', 'th');
  expect([code, output]).toEqual([1, 'content/glossary/th.yaml is there already. Nothing was written.\n']);
  expect(await digestOfFolder(folder)).toBe(before);
});

test('an interrupted start is taken up by the next', async () => {
  await write(folder, {
    '.cache/new-1/content/site/th.yaml': 'name: half',
    'content/site/th.yaml': '# Begun\n',
  });
  expect((await start('language', 'th')).code).toBe(0);
  expect(await text('content/site/th.yaml')).toBe('# Begun\n');
});
