import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { unpackChromium } from '../src/browser/unpack.ts';
import { filesUnder } from '../src/source/index.ts';
import { copyFixture, digestOfFolder, edit, remove, repository, run, runWith } from './sites.ts';

let folder: string;
beforeEach(async () => {
  folder = await copyFixture();
});
afterEach(() => remove(folder));

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
  expect(files).toEqual(['everything-en.html', 'index.html', 'print.css']);
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
  const build = () => runWith({ SALA_CHROMIUM: program }, 'build', '--site', folder);
  expect((await build()).output).toContain('2 briefs');
  expect((await starts()).length).toBe(1);
  const first = await digestOfFolder(join(folder, 'dist'));
  expect((await build()).code).toBe(0);
  expect((await starts()).length).toBe(1);
  expect(await digestOfFolder(join(folder, 'dist'))).toBe(first);
  await edit(folder, 'content/briefs/everything/en.mdx', (text) => text.replace('## Charts', '## Drawings'));
  expect((await build()).code).toBe(0);
  expect((await starts()).length).toBe(2);
}, 180_000);

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
