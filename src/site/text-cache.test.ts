import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDocument } from '../briefs/index.ts';
import { chartWordsSchema } from '../charts/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { madeOf, once, startReading } from './reading.ts';
import { recallTexts } from './text-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-texts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = 'content/briefs/payers/en.mdx';
const other = 'content/briefs/payers/lo.mdx';
/** Files as a run of their own reads them. */
const files = (text: string): SiteFiles => ({
  folder: '',
  texts: new Map([
    [path, { path, text }],
    [other, { path: other, text: 'ຄົວເຮືອນ' }],
  ]),
  served: new Set(),
  date: '2026-01-01',
});

/** Works all texts through, as a run does, and says which of them it had to parse. */
async function run(site: SiteFiles): Promise<string[]> {
  const keep = await recallTexts(site, folder);
  const parsed: string[] = [];
  for (const file of site.texts.values())
    once(
      file,
      readDocument,
      () => {},
      (note) => {
        parsed.push(file.path);
        return readDocument(file, { body: file.text, bodyLine: 1, language: 'en' }, note);
      },
    );
  await keep();
  return parsed;
}

const text = 'Households pay <Stat data="share" place="LAO" />.\n\n<Chrat id="x" />\n';

test('what was parsed in one run is there in the next, with what was wrong', async () => {
  const first = files(text);
  expect(await run(first)).toEqual([path, other]);
  const second = files(text);
  expect(await run(second)).toEqual([]);
  const [before, after] = [first, second].map(({ texts }) => {
    const file = texts.get(path);
    return file && madeOf(file, readDocument);
  });
  expect(after).toEqual(before);
  expect(after?.found.map(({ rule }) => rule)).toEqual(['mdx-component']);
});

test('a text that changed is parsed again, and no other', async () => {
  await run(files(text));
  expect(await run(files(`${text}\nMore.`))).toEqual([path]);
  expect(await run(files(`${text}\nMore.`))).toEqual([]);
});

test('what cannot be read is made again', async () => {
  await run(files(text));
  for (const name of await readdir(folder)) await writeFile(join(folder, name), 'nothing of ours');
  expect(await run(files(text))).toEqual([path, other]);
});

test('words are kept without the places in them, which are found when they are asked for', async () => {
  const words = {
    path: 'content/charts/payers/en.yaml',
    text: 'title: Who pays\nsubtitle: In %\ndescription: A line.\nwords:\n  peak: High\n',
  };
  const site = (): SiteFiles => ({ ...files(text), texts: new Map([[words.path, { ...words }]]) });
  const read = async (files: SiteFiles) => {
    const keep = await recallTexts(files, folder);
    const reading = startReading(files, () => {});
    const known = madeOf(reading.file(words.path) as SourceFile, chartWordsSchema) !== undefined;
    const found = reading.yaml(words.path, chartWordsSchema);
    await keep();
    return { known, value: found?.value, place: found?.at(['words', 'peak']) };
  };
  const first = await read(site());
  expect(first).toMatchObject({ known: false, place: { line: 5, column: 3 } });
  expect(await read(site())).toEqual({ ...first, known: true });
});
