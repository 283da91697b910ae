import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { headersFile } from './hosts.ts';
import { verifyFiles } from './verify-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-files-'));
  await put('_headers', headersFile({ base: '/' }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const verify = (name: string, ...served: string[]) =>
  verifyFiles(folder, [name], { served: new Set(served) });

test.each([
  ['feed.xml', '<feed><title>One</feed>'],
  ['feed.xml', '<feed>&nbsp;</feed>'],
  ['feed.xml', ''],
  ['index.json', '{"a": }'],
])('%s that was made and is broken stops the build: %s', async (name, text) => {
  await put(name, text);
  await expect(verify(name)).rejects.toThrow(`${name} cannot be read`);
});

test('JSON of public/ that is broken is told at its file', async () => {
  await put('own.json', '{');
  expect(await verify('own.json', 'own.json')).toEqual([
    expect.objectContaining({ rule: 'public-file', severity: 'error', file: 'public/own.json' }),
  ]);
});

test('what is well-formed passes, with headers of a site’s own', async () => {
  await put('feed.xml', '<feed xmlns="http://www.w3.org/2005/Atom"><title>ຫົວຂໍ້</title></feed>');
  await put('_headers', `${headersFile({ base: '/briefs/' })}\n# Ours\n/*\n  X-Own: yes\n  ! X-Other\n`);
  expect(await verify('feed.xml')).toEqual([]);
});

test('a line of _headers that hosts would not understand is told', async () => {
  await put('_headers', `${headersFile({ base: '/' })}\nX-Own: yes\n`);
  expect(await verify('feed.txt')).toEqual([
    expect.objectContaining({ file: 'public/_headers', message: expect.stringContaining('“X-Own: yes”') }),
  ]);
});
