import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesUnder } from '../source/index.ts';
import { compressFiles } from './compress.ts';

let folder: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-compress-'));
  cache = join(folder, 'cache');
  await mkdir(join(folder, 'site/lo'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const page = `<p>${'ສາທາລະນະສຸກ '.repeat(200)}</p>`;
const site = (): string => join(folder, 'site');
const write = (name: string, content: string): Promise<void> => writeFile(join(site(), name), content);
const compress = async (): Promise<void> => compressFiles(site(), await filesUnder(site()), cache);

test('gives back the page from what stands beside it', async () => {
  await write('lo/index.html', page);
  await compress();
  const read = (name: string) => readFile(join(site(), name));
  expect(brotliDecompressSync(await read('lo/index.html.br')).toString()).toBe(page);
  expect(gunzipSync(await read('lo/index.html.gz')).toString()).toBe(page);
});

test('leaves pictures and fonts, and what is tiny', async () => {
  await write('photo.png', page);
  await write('text.woff2', page);
  await write('small.html', '<p>ok</p>');
  await compress();
  const names = await readdir(site());
  expect(names).not.toContain('photo.png.br');
  expect(names).not.toContain('text.woff2.gz');
  expect(names).not.toContain('small.html.br');
});

test('a page that changes is compressed anew, and one that does not is taken from the cache', async () => {
  await write('index.html', page);
  await compress();
  const first = await readFile(join(site(), 'index.html.br'));
  const kept = await readdir(cache);
  await compress();
  expect(await readdir(cache)).toEqual(kept);
  expect(await readFile(join(site(), 'index.html.br'))).toEqual(first);
  await write('index.html', page.replace('ສາ', 'ລາ'));
  await compress();
  expect(brotliDecompressSync(await readFile(join(site(), 'index.html.br'))).toString()).toContain('ລາ');
});

test('compresses without a cache that can be written', async () => {
  await write('index.html', page);
  await writeFile(cache, 'a file stands where the folder should be');
  await compress();
  expect(await readdir(site())).toContain('index.html.br');
});
