import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, releaseText } from '../src/datasets/index.ts';
import { loadSite } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { copyFixture, digestOfFolder, edit, remove, repository, run, runWith, write } from './sites.ts';

let folder: string;
beforeEach(async () => {
  folder = await copyFixture();
  await write(folder, { 'rain.csv': rain, 'rain-2.csv': rain.replace('1834', '1835') });
});
afterEach(() => remove(folder));

const rain = 'Country,Code,Year,Rain (mm)\nLaos,LAO,2020,1834\nCambodia,KHM,2020,1904.5\n';

const data = (...options: string[]) => run('data', ...options, '--site', folder);
const inFolder = (path: string) => join(folder, path);
const read = (path: string) => readFile(inFolder(path), 'utf8');

/** What check would say, apart from warnings. */
async function errors(): Promise<string[]> {
  const { diagnostics } = await loadSite(folder);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, rule, message }) => `${file} ${rule} ${message}`);
}

const told = [
  ...['--dataset', 'rain', '--title', 'Rain', '--description', 'Rain in a year.'],
  ...['--source', 'Office of Examples, table 1', '--license', 'CC-BY-4.0', '--date', '2026-01-02'],
];
const importRain = (...more: string[]) => data('import', inFolder('rain.csv'), ...told, ...more);

describe('npm run data -- import', () => {
  test('makes a data set of a file, with words, so that check passes', async () => {
    const { code, output } = await importRain();
    expect([code, output]).toEqual([0, expect.stringContaining('Published rain 1.0.0, 2 rows')]);
    expect(output).toContain('Rain (mm)  value  number, 1834 to 1904.5');
    expect(await errors()).toEqual([]);
    const text = await read('data/rain/1.0.0.json');
    expect(JSON.parse(text)).toMatchObject({
      name: 'rain',
      version: '1.0.0',
      created: '2026-01-02',
      language: 'en',
      sources: [{ title: 'Office of Examples, table 1' }],
      licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
      changes: 'First release.',
      data: [
        { place: 'LAO', year: 2020, value: 1834 },
        { place: 'KHM', year: 2020, value: 1904.5 },
      ],
    });
    expect(JSON.parse(await read('data/releases.json'))).toMatchObject({ rain: { '1.0.0': digestOf(text) } });
    expect(await read('content/datasets/rain/en.yaml')).toContain('unit: mm');
  });

  test('publishes a new vintage as what it is, and the same file not at all', async () => {
    await importRain();
    const first = await read('data/rain/1.0.0.json');
    const again = await data('import', inFolder('rain.csv'), '--dataset', 'rain');
    expect(again).toEqual({
      code: 0,
      output: expect.stringContaining('Nothing is different from release 1.0.0.'),
    });
    const second = await data(
      ...['import', inFolder('rain-2.csv'), '--dataset', 'rain', '--changes', 'Corrects the Lao PDR.'],
    );
    expect(second.output).toContain('LAO    2020  value  1834    1835');
    expect(second.output).toContain('Published rain 1.0.1');
    expect(await read('data/rain/1.0.0.json')).toBe(first);
    expect(await errors()).toEqual([]);
    const { output } = await data('diff', 'rain@1.0.0', 'rain@1.0.1', '--json');
    expect(JSON.parse(output)).toMatchObject({
      dataset: 'rain',
      step: 'patch',
      changed: [{ key: { place: 'LAO', year: 2020 }, cells: [{ name: 'value', before: 1834, after: 1835 }] }],
      added: [],
      gone: [],
    });
  });

  test.each<[string, string[], string]>([
    [
      'a licence',
      told.filter((each) => each !== '--license' && each !== 'CC-BY-4.0'),
      '--license is missing: the licence of the data, such as CC-BY-4.0. Where it is not known, say what is: --license-note TEXT.',
    ],
    ['a definition', told.filter((each) => !/description|in a year/.test(each)), '--description is missing'],
    ['a day that is one', [...told, '--date', 'tomorrow'], 'Write a day such as 2025-03-26.'],
    [
      'places that the site knows',
      [...told, '--places', 'LAO=ATLANTIS'],
      'not known to the site: “ATLANTIS”',
    ],
  ])('without %s it says so, and writes nothing', async (_, options, expected) => {
    const before = await digestOfFolder(folder);
    const { code, output } = await data('import', inFolder('rain.csv'), ...options);
    expect([code, output]).toEqual([1, expect.stringContaining(expected)]);
    expect(output).toContain('Nothing was written.');
    expect(await digestOfFolder(folder)).toBe(before);
  });

  test('takes an address, and says in the release that it did', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/rain.csv') response.end(rain);
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const missing = await data('import', `${address}/snow.csv`, ...told);
    expect([missing.code, missing.output]).toEqual([1, expect.stringContaining('answers with 404')]);
    expect((await data('import', `${address}/rain.csv`, ...told)).code).toBe(0);
    expect(JSON.parse(await read('data/rain/1.0.0.json')).sources).toEqual([
      { title: 'Office of Examples, table 1', retrievedFrom: `${address}/rain.csv` },
    ]);
    server.close();
  });

  test('that is stopped while it waits leaves nothing', async () => {
    const before = await digestOfFolder(folder);
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rain.csv`;
    const script = join(repository, 'src/cli/data.ts');
    const child = spawn(process.execPath, [script, 'import', address, ...told, '--site', folder]);
    await once(server, 'request');
    child.kill('SIGINT');
    await once(child, 'exit');
    server.closeAllConnections();
    server.close();
    expect(await digestOfFolder(folder)).toBe(before);
  });
});

/** Lets the nth renaming of a file fail, or end the process, as a full disk or a power cut would. */
const failing = (at: number, how: string) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = fs;
    let calls = 0;
    fs.rename = async (...paths) => {
      calls += 1;
      if (calls === ${at}) ${how};
      return rename(...paths);
    };
    syncBuiltinESMExports();`)}`,
});

describe('an import whose writing fails half way', () => {
  const broken = (at: number, how: string) =>
    runWith(failing(at, how), 'data', 'import', inFolder('rain.csv'), ...told, '--site', folder);

  test.each([1, 2, 3])('at its step %i, because the disk is full, leaves nothing', async (at) => {
    const before = await digestOfFolder(folder);
    const { code, output } = await broken(at, `throw Object.assign(new Error('full'), { code: 'ENOSPC' })`);
    expect([code, output]).toEqual([1, expect.stringContaining('There is no space left on the disk.')]);
    expect(await digestOfFolder(folder)).toBe(before);
  });

  test.each([1, 2, 3])('at its step %i, because the power went, can be finished', async (at) => {
    const before = await read('data/releases.json');
    await broken(at, `process.kill(process.pid, 'SIGKILL')`);
    expect(await read('data/releases.json')).toBe(before);
    expect(await errors()).toEqual(
      at === 1 ? [] : expect.arrayContaining([expect.stringMatching(/^data\/rain\//)]),
    );
    const { output } =
      at === 1 ? await importRain() : await data('release', 'rain', '--changes', 'First release.');
    expect(output).toContain('Published rain 1.0.0');
    expect(await errors()).toEqual([]);
  });
});

describe('npm run data -- release', () => {
  test('publishes a draft under the version that follows, and takes the draft away', async () => {
    await importRain();
    await data('import', inFolder('rain-2.csv'), '--dataset', 'rain', '--draft');
    expect(await errors()).toEqual([]);
    await edit(folder, 'data/rain/draft.json', (text) => text.replace('"place": "KHM"', '"place": "VNM"'));
    const silent = await data('release', 'rain');
    expect([silent.code, silent.output]).toEqual([1, expect.stringContaining('--changes is missing')]);
    const { output } = await data('release', 'rain', '--changes', 'Viet Nam instead of Cambodia.');
    expect(output).toContain('So the next release is 2.0.0 (rows are gone');
    expect((await filesUnder(inFolder('data/rain'))).sort()).toEqual(['1.0.0.json', '2.0.0.json']);
    expect(JSON.parse(await read('data/rain/2.0.0.json'))).toMatchObject({
      version: '2.0.0',
      changes: 'Viet Nam instead of Cambodia.',
    });
    expect(await errors()).toEqual([]);
  });

  test('publishes a changed copy of the last release, whatever its file is called', async () => {
    const copy = (await read('data/share/1.1.0.json')).replace(/"value": [\d.]+/, '"value": 6.25');
    await write(folder, { 'data/share/7.0.0.json': copy });
    const { output } = await data('release', 'share', '--changes', 'A correction.');
    expect(output).toContain('Published share 1.1.1');
    expect(await filesUnder(inFolder('data/share'))).toEqual(['1.0.0.json', '1.1.0.json', '1.1.1.json']);
  });

  test('refuses rows that do not fit their schema, and an import while a draft waits', async () => {
    await importRain();
    await data('import', inFolder('rain-2.csv'), '--dataset', 'rain', '--draft');
    await edit(folder, 'data/rain/draft.json', (text) => text.replace('1904.5', '"much"'));
    const before = await digestOfFolder(folder);
    const { code, output } = await data('release', 'rain', '--changes', 'x');
    expect([code, output]).toEqual([1, expect.stringContaining('“value” must be a number, and is "much"')]);
    expect((await data('import', inFolder('rain.csv'), '--dataset', 'rain')).output).toContain(
      'data/rain/draft.json waits to be published.',
    );
    expect(await digestOfFolder(folder)).toBe(before);
  });
});

describe('npm run data shows', () => {
  test('all data sets, one of them, and each as JSON', async () => {
    expect((await data('list')).output).toContain('share     1.1.0');
    expect(JSON.parse((await data('list', '--json')).output)).toContainEqual(
      expect.objectContaining({ id: 'share', version: '1.1.0', releases: ['1.0.0', '1.1.0'], drafts: [] }),
    );
    expect((await data('show', 'share')).output).toContain('Licence  CC-BY-4.0');
    expect(JSON.parse((await data('show', 'share@1.0.0', '--json')).output)).toEqual(
      JSON.parse(await read('data/share/1.0.0.json')),
    );
  });

  test('that all is as it was published, or what is not', async () => {
    expect(await data('verify')).toEqual({
      code: 0,
      output: '3 releases of 2 data sets, all as they were published.\n',
    });
    await edit(folder, 'data/share/1.0.0.json', (text) => text.replace('"value": 5', '"value": 6'));
    const { code, output } = await data('verify');
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('data/share/1.0.0.json:1:1  error  release-changed'),
    ]);
  });

  test.each<[string[], string]>([
    [['lst'], 'npm run data has no “lst”. Did you mean “list”?'],
    [['show', 'shar'], 'There is no data set “shar”. Did you mean “share”?'],
    [
      ['diff', 'share', '1.0.0', '3.0.0'],
      'Release 3.0.0 of “share” was never published. Published: 1.0.0, 1.1.0.',
    ],
    [['release', 'share'], 'Nothing in data/share/ waits to be published.'],
    [['import', 'nowhere.csv', '--dataset', 'rain'], 'There is no file '],
  ])('what is wrong with %j', async (words, expected) => {
    const { code, output } = await data(...words);
    expect(code).toBeGreaterThan(0);
    expect(output).toContain(expected);
    expect(output).not.toMatch(/\n\s+at \S+ \(/);
  });
});

test('releases are written as those of the repository are', async () => {
  const releases = (await filesUnder(join(repository, 'data'))).filter((path) => path.includes('/'));
  for (const path of releases) {
    const text = await readFile(join(repository, 'data', path), 'utf8');
    expect(releaseText(JSON.parse(text)) === text, path).toBe(true);
  }
});
