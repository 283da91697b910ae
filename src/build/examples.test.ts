import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../check/index.ts';
import { projectFolder } from '../project.ts';
import { makeSite, readSiteFiles, type Site, type SiteFiles } from '../site/index.ts';
import { drawCharts } from './draw-charts.ts';
import { makeEdition } from './edition.ts';
import { verifyPages } from './verify.ts';

// The examples of rules that are held when a site is built (those of all others: src/check/rules.test.ts).

let files: SiteFiles;
let folder: string;
beforeAll(async () => {
  const fixture = await readSiteFiles(join(projectFolder, 'test/fixtures/site'));
  const { texts } = await readSiteFiles(projectFolder);
  const messages = [...texts].filter(([path]) => path.startsWith('content/messages/'));
  files = { ...fixture, texts: new Map([...fixture.texts, ...messages]) };
  folder = await mkdtemp(join(tmpdir(), 'sala-pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The example site with the change of a rule's example, ready to be built. */
async function broken(id: string) {
  const { file, find = '', put = '', says } = rules.get(id)?.example ?? { file: '', says: '' };
  const text = files.texts.get(file)?.text ?? '';
  expect(text).toContain(find);
  const changed = {
    ...files,
    texts: new Map(files.texts).set(file, { path: file, text: text.replace(find, () => put) }),
  };
  const edition = await makeEdition(makeSite(changed).site as Site, changed, { base: '/', prints: false });
  return { edition, changed, file, says };
}

test('chart-drawing', async () => {
  const { edition, file, says } = await broken('chart-drawing');
  expect(await drawCharts(edition, () => true)).toEqual([
    expect.objectContaining({ rule: 'chart-drawing', severity: 'error', file, message: says }),
  ]);
});

test('link', async () => {
  const { edition, changed, file, says } = await broken('link');
  // The page that these words stand on.
  const [, address] = /\((\/en\/[^)]*)\)/.exec(rules.get('link')?.example.put ?? '') ?? [];
  const page = join(folder, 'en/about');
  await mkdir(page, { recursive: true });
  await writeFile(join(page, 'index.html'), `<!doctype html><a href="${address}">more</a>`);
  expect(await verifyPages(folder, edition, changed)).toEqual([
    expect.objectContaining({ rule: 'link', severity: 'error', file, message: says }),
  ]);
});
