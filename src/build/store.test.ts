import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sala-store-'));
  mkdirSync(join(folder, 'made'));
  writeFileSync(join(folder, 'made/page.html'), 'made');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => join(folder, 'store');

test('gives back what was kept under a key, and nothing that was changed since', async () => {
  const store = openStore(kept());
  expect(store.place('key', join(folder, 'site'))).toBeUndefined();
  await store.keep('key', join(folder, 'made'), ['page.html']);
  expect(store.place('key', join(folder, 'site'))).toEqual(['page.html']);
  expect(readFileSync(join(folder, 'site/page.html'), 'utf8')).toBe('made');
  writeFileSync(join(folder, 'site/page.html'), 'changed by hand');
  expect(store.place('key', join(folder, 'other'))).toBeUndefined();
  expect(existsSync(join(folder, 'other/page.html'))).toBe(false);
});

test('clears away what killed builds have left a day ago, and nothing else', async () => {
  const store = openStore(kept());
  store.prune(1e9, Date.now());
  await store.keep('key', join(folder, 'made'), ['page.html']);
  for (const name of ['.half-12', 'half', '.now-12']) mkdirSync(join(kept(), name));
  const long = Date.now() / 1000 - 2 * 86_400;
  for (const name of ['.half-12', 'half', 'key', 'key.json']) utimesSync(join(kept(), name), long, long);
  store.prune(1e9, Date.now());
  expect(readdirSync(kept()).sort()).toEqual(['.now-12', 'key', 'key.json']);
});
