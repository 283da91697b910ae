import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareFolder, compareSite } from './compare.ts';
import { type Manifest, manifestName, readManifest, writeManifest } from './manifest.ts';
import { serve } from './serve.ts';

const inputs = new Map([
  ['the code of Sala', 'one'],
  ['content/site/site.yaml', 'two'],
  ['public/a.png', 'three'],
]);

let folder: string;
let manifest: Manifest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-manifest-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'index.html'), '<h1>Choose</h1>');
  await writeFile(join(folder, 'en/index.html'), '<h1>Home</h1>');
  await writeFile(join(folder, 'en/index.html.br'), 'not compressed at all');
  await writeFile(join(folder, 'en/ຄວາມ 1.csv'), 'year,value\n');
  await writeFile(join(folder, '404.html'), '<h1>Nothing</h1>');
  await writeFile(join(folder, '_headers'), '/*\n  X: y\n');
  await writeManifest(folder, inputs);
  manifest = readManifest(join(folder, manifestName));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('lists every file with its size and digest, the same each time', async () => {
  expect(manifest.files.map(({ path }) => path)).toEqual([
    '404.html',
    '_headers',
    'en/index.html',
    'en/index.html.br',
    'en/ຄວາມ 1.csv',
    'index.html',
  ]);
  // printf '<h1>Home</h1>' | sha256sum
  expect(manifest.files[2]).toEqual({
    path: 'en/index.html',
    size: 13,
    sha256: '1a7133067a4ac7fe06565943dd44870f232041b1d28b4340e2b678244a3b79f6',
  });
});

test('the digest of the source depends on the files of the site alone, in any order', async () => {
  const sourceOf = async (changed: readonly (readonly [string, string])[]) => {
    await rm(join(folder, manifestName));
    await writeManifest(folder, new Map(changed));
    return readManifest(join(folder, manifestName)).source;
  };
  expect(await sourceOf([...inputs].reverse())).toBe(manifest.source);
  expect(await sourceOf([...inputs, ['the code of Sala', 'other']])).toBe(manifest.source);
  expect(await sourceOf([...inputs, ['public/a.png', 'other']])).not.toBe(manifest.source);
  expect(await sourceOf([...inputs, ['data/a/1.0.0.json', 'four']])).not.toBe(manifest.source);
});

test.each(['', '{', '{"files":[]}', '{"source":"x","files":[]}'])('“%s” is no manifest', async (text) => {
  await writeFile(join(folder, 'other.json'), text);
  expect(() => readManifest(join(folder, 'other.json'))).toThrow(/other\.json is no manifest/);
});

test('a folder: what is missing, changed or added', async () => {
  expect(await compareFolder(folder, manifest)).toEqual([]);
  await rm(join(folder, 'en/ຄວາມ 1.csv'));
  await writeFile(join(folder, 'en/index.html'), '<h1>Hame</h1>');
  await writeFile(join(folder, 'en/more.html'), '');
  expect(await compareFolder(folder, manifest)).toEqual([
    { path: 'en/index.html', wrong: 'changed' },
    { path: 'en/ຄວາມ 1.csv', wrong: 'missing' },
    { path: 'en/more.html', wrong: 'not in the manifest' },
  ]);
});

describe('a published site', () => {
  test('under its base, as Sala serves it', async () => {
    await rm(join(folder, 'en/index.html.br'));
    const served = await serve(folder, { base: '/briefs/' });
    try {
      expect(await compareSite(served.address, manifest)).toEqual([]);
      expect(await compareSite(served.address.replace(/\/$/, ''), manifest)).toEqual([]);
      await writeFile(join(folder, 'en/index.html'), '<h1>Hame</h1>');
      await rm(join(folder, 'index.html'));
      expect(await compareSite(served.address, manifest)).toEqual([
        { path: 'en/index.html', wrong: 'changed' },
        { path: 'index.html', wrong: 'missing' },
      ]);
    } finally {
      await served.close();
    }
  });

  test('a host that leads to other addresses of its own is followed, and to another host is not', async () => {
    const pages = manifest.files.filter(({ path }) => path.endsWith('index.html'));
    const asked: string[] = [];
    const other = await listen((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const host = await listen(async ({ url = '' }, response) => {
      if (url === '/') response.writeHead(302, { location: other.address }).end();
      else if (url === '/en/') response.writeHead(308, { location: '/en' }).end();
      else response.end(await readFile(join(folder, 'en/index.html')));
    });
    try {
      expect(await compareSite(host.address, { ...manifest, files: pages })).toEqual([
        { path: 'index.html', wrong: 'not to be had: the server answers 302' },
      ]);
      expect(asked).toEqual([]);
    } finally {
      host.server.close();
      other.server.close();
    }
  });

  test('a server that fails, or is not there', async () => {
    const { server, address } = await listen((_, response) => response.writeHead(503).end());
    const [first] = await compareSite(address, manifest);
    expect(first?.wrong).toBe('not to be had: the server answers 503');
    await new Promise((resolve) => server.close(resolve));
    const [gone] = await compareSite(address, manifest);
    expect(gone?.wrong).toMatch(/^not to be had: ./);
  });
});

async function listen(answer: RequestListener): Promise<{ server: Server; address: string }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
