import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareFolder, manifestName, readManifest } from '../src/build/index.ts';
import { copyFixture, edit, remove, runWith, write } from './sites.ts';

let site: string;
beforeAll(async () => {
  site = await copyFixture();
});
afterAll(() => remove(site));

const brief = 'content/briefs/everything';
const replace = (path: string, from: string | RegExp, to: string) =>
  edit(site, path, (text) => text.replace(from, to));

/** Edits of different kinds, which can be made in any order. */
const edits: Readonly<Record<string, () => Promise<void>>> = {
  'a text': () => edit(site, `${brief}/en.mdx`, (text) => `${text}\nOne more sentence.\n`),
  'a translation': () => edit(site, `${brief}/lo.mdx`, (text) => `${text}\nອີກປະໂຫຍກໜຶ່ງ.\n`),
  'the title of a text': () => replace(`${brief}/en.mdx`, /^title: .*$/m, 'title: Another title'),
  'a former address': () => edit(site, `${brief}/brief.yaml`, (text) => `${text}aliases: [all]\n`),
  'the pin of a release': () => replace(`${brief}/brief.yaml`, 'share: 1.0.0', 'share: 1.1.0'),
  'the words of a chart': () => replace('content/charts/bars/en.yaml', /^title: .*$/m, 'title: Other bars'),
  'a chart': () =>
    replace(
      'content/charts/lines/chart.vl.json',
      '"mark": "line"',
      '"mark": { "type": "line", "opacity": 0.5 }',
    ),
  'the words of the interface': () => replace('content/messages/lo.yaml', /^ {2}home: .*$/m, '  home: ເຮືອນ'),
  'a picture': () => replace('public/images/dot.svg', 'r="4"', 'r="3"'),
  'a brief that comes': () =>
    write(site, {
      'content/briefs/newest/brief.yaml':
        'kind: workshop-outcomes\ndate: 2025-05-06\nplaces: [KHM]\ntopics: [money]\nworkshop: { place: KHM, days: [2025-05-05, 2025-05-05], convenors: [us], participants: [you] }\n',
      'content/briefs/newest/en.mdx':
        '---\ntitle: The newest\nsummary: It has just come. Others were there before.\nstate: draft\nwords: { us: We, you: You }\n---\n\n## News\n\nThis is new.\n',
    }),
  'a brief with another name': () =>
    rename(join(site, 'content/briefs/untranslated'), join(site, 'content/briefs/renamed')),
};

/** A build that begins with nothing; drawings have tests of their own (src/build/draw-orders.test.ts). */
const empty = ['outputs', 'builds', 'compiled', 'texts'];

test('whatever is edited, what is built anew and what is kept are what a build from nothing gives', async () => {
  const build = async (name: string) => {
    const options = ['--site', site, '--no-pdf', '--out', join(site, name)];
    const { code, output } = await runWith({ SALA_CACHE: join(site, `.${name}`) }, 'build', ...options);
    return { code, output };
  };
  const [order = []] = fc.sample(fc.shuffledSubarray(Object.keys(edits), { minLength: 5, maxLength: 5 }), {
    seed: 9,
    numRuns: 1,
  });
  await build('kept');
  for (const name of order) {
    await edits[name]?.();
    await Promise.all(empty.map((each) => rm(join(site, '.clean', each), { recursive: true, force: true })));
    const builds = await Promise.all([build('kept'), build('clean')]);
    for (const { code, output } of builds) expect(code, `after the edit of ${name}:\n${output}`).toBe(0);
    const clean = readManifest(join(site, 'clean', manifestName));
    expect(await compareFolder(join(site, 'kept'), clean), `after the edit of ${name}`).toEqual([]);
  }
}, 600_000);
