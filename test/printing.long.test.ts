import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { unpackChromium } from '../src/browser/unpack.ts';
import { openPress, type Press } from '../src/print/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { copyFixture, digestOfFolder, edit, remove, repository, run, runWith } from './sites.ts';

let folder: string;
beforeEach(async () => {
  folder = await copyFixture();
});
afterEach(() => {
  vi.unstubAllEnvs();
  return remove(folder);
});

/** A program that starts the browser of the tests, and notes each start in a file. */
async function noting(): Promise<{ program: string; starts: () => Promise<number[]> }> {
  await (await launchBrowser()).close();
  const packaged = process.platform === 'linux';
  const { program, environment } = packaged
    ? await unpackChromium(join(repository, 'node_modules/.cache/sala'))
    : { program: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', environment: {} };
  const notes = join(folder, 'starts.txt');
  const script = join(folder, 'chromium.sh');
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'\n`);
  await writeFile(notes, '');
  await writeFile(script, `#!/bin/sh\necho $$ >> '${notes}'\n${settings.join('')}exec '${program}' "$@"\n`);
  await chmod(script, 0o755);
  return {
    program: script,
    starts: async () => (await readFile(notes, 'utf8')).split('\n').filter(Boolean).map(Number),
  };
}

/** The single file of a text of the fixture. */
const fileOf = (language: string): string =>
  join(inject('fixture'), 'dist', language, 'briefs/everything', `everything-${language}.html`);

const finishing = (language: string): Parameters<Press['print']>[1] => ({
  record: {
    title: 'Everything',
    authors: ['The testers'],
    publisher: 'The testers',
    language,
    date: '2025-02-03',
    description: 'It has each component once.',
    keywords: [],
    rights: 'CC-BY-4.0',
    licence: undefined,
    identifier: 'https://fixture.example/',
  },
  attachments: [],
  direction: 'ltr',
});

/** What a failed build must leave: the site that was there, and nothing beside it. */
async function lastSite(): Promise<{ check: () => Promise<void> }> {
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist/index.html'), 'the last site');
  const before = await digestOfFolder(join(folder, 'dist'));
  const beside = (await filesUnder(folder)).length;
  return {
    async check() {
      expect(await digestOfFolder(join(folder, 'dist'))).toBe(before);
      expect((await filesUnder(folder)).length).toBe(beside);
    },
  };
}

test('without a browser, a build says how to get one, and --no-pdf does without', async () => {
  const site = await lastSite();
  const without = { SALA_CHROMIUM: join(folder, 'no-such-browser') };
  const failed = await runWith(without, 'build', '--site', folder);
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('SALA_CHROMIUM');
  expect(failed.output).toContain('npm ci');
  expect(failed.output).toContain('install Chrome or Edge');
  expect(failed.output).toContain('the last site stays as it was');
  expect(failed.output).not.toContain('    at ');
  await site.check();

  const { code } = await runWith(without, 'build', '--site', folder, '--no-pdf');
  expect(code).toBe(0);
  const files = await filesUnder(join(folder, 'dist/en/briefs/everything'));
  expect(files).toEqual(expect.arrayContaining(['everything-en.html', 'index.html', 'print.css']));
  expect(files.filter((name) => name.endsWith('.pdf'))).toEqual([]);
  const page = await readFile(join(folder, 'dist/en/briefs/everything/index.html'), 'utf8');
  expect(page).not.toContain('.pdf');
}, 120_000);

test('a browser that dies leaves the last site and a clear word', async () => {
  const site = await lastSite();
  const { program, starts } = await noting();
  let running = true;
  const build = runWith({ SALA_CHROMIUM: program }, 'build', '--site', folder).finally(() => {
    running = false;
  });
  while (running) {
    for (const process_ of await starts()) killIfThere(process_);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { code, output } = await build;
  expect(code).toBe(1);
  expect(output).toMatch(/The browser stopped|No Chromium could be started/);
  expect(output).toContain('the last site stays as it was');
  expect(output).not.toContain('    at ');
  await remove(join(folder, 'starts.txt'));
  await remove(program);
  await site.check();
}, 120_000);

function killIfThere(process_: number): void {
  try {
    process.kill(process_, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

test('what did not change is not printed again, and what did is', async () => {
  const { program, starts } = await noting();
  vi.stubEnv('SALA_CHROMIUM', program);
  const file = join(folder, 'everything-en.html');
  const print = async () => {
    const press = await openPress(1, join(folder, 'kept'));
    const { bytes, problems } = await press.print(file, finishing('en'));
    await press.close();
    expect(problems).toEqual([]);
    return bytes;
  };
  await copyFile(fileOf('en'), file);
  const first = await print();
  expect((await starts()).length).toBe(1);
  expect(Buffer.compare(await print(), first)).toBe(0);
  expect((await starts()).length).toBe(1);
  await edit(folder, 'everything-en.html', (html) => html.replaceAll('Charts', 'Drawings'));
  expect(Buffer.compare(await print(), first)).not.toBe(0);
  expect((await starts()).length).toBe(2);
});

test('the same file gives the same bytes, alone or beside another', async () => {
  const alone = await openPress(1, join(folder, 'alone'));
  const both = await openPress(2, join(folder, 'both'));
  const [first, , second] = await Promise.all([
    alone.print(fileOf('lo'), finishing('lo')),
    both.print(fileOf('en'), finishing('en')),
    both.print(fileOf('lo'), finishing('lo')),
  ]);
  await Promise.all([alone.close(), both.close()]);
  expect(first.problems).toEqual([]);
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('two builds at once both end well', async () => {
  const builds = await Promise.all([run('build', '--site', folder), run('build', '--site', folder)]);
  expect(builds.map(({ code, output }) => `${code} ${output.includes('This should not')}`)).toEqual([
    '0 false',
    '0 false',
  ]);
  expect((await filesUnder(folder)).filter((name) => name.startsWith('.dist'))).toEqual([]);
}, 120_000);

test('one brief is printed by itself, and a wrong name is told', async () => {
  const out = join(folder, 'out');
  const { code, output } = await run('pdf', 'everything', '--language', 'lo', '--site', folder, '--out', out);
  expect(`${code} ${output.trim()}`).toBe(`0 ${join(out, 'everything-lo.pdf')}`);
  expect(await filesUnder(out)).toEqual(['everything-lo.pdf']);
  const wrong = await run('pdf', 'everithing', '--site', folder);
  expect(wrong.code).toBe(2);
  expect(wrong.output).toContain('Did you mean “everything”?');
}, 120_000);
