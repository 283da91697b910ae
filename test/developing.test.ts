import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { accessibilityProblems } from './reader.ts';
import { copyFixture, edit, remove, repository, run, write } from './sites.ts';

const brief = 'content/briefs/everything/en.mdx';
let folder: string;
/** A folder with an editor that only writes down what it was to open. */
let editor: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let origin: string;

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

beforeAll(async () => {
  folder = await copyFixture();
  editor = await mkdtemp(join(tmpdir(), 'sala-editor-'));
  await writeFile(join(editor, 'code'), `#!/bin/sh\necho "$@" > "${editor}/opened"\n`);
  await chmod(join(editor, 'code'), 0o755);
  // The server starts on a site that has an error.
  await edit(folder, brief, (text) => text.replace('id="bars"', 'id="bar"'));
  const port = await freePort();
  // Astro's development server behaves otherwise where it believes to be under test.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const script = join(repository, 'src/cli/dev.ts');
  server = spawn(process.execPath, [script, '--site', folder, '--port', String(port)], {
    cwd: repository,
    env: { ...env, LAUNCH_EDITOR: join(editor, 'code') },
  });
  const output = await new Promise<string>((ready, failed) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl+C')) ready(output);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => failed(new Error(output)));
  });
  origin = /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '';
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  await remove(folder);
  await remove(editor);
});

/** What the editor was last asked to open, once it was. */
const opened = async (): Promise<string> => {
  await expect.poll(() => readFile(join(editor, 'opened'), 'utf8').catch(() => '')).not.toBe('');
  const said = await readFile(join(editor, 'opened'), 'utf8');
  await remove(join(editor, 'opened'));
  return said;
};

test('a site with errors is served: they stand in the place of its pages until they are mended', async () => {
  await page.goto(`${origin}/en/briefs/everything/`);
  const problem = page.locator('.error li', { hasText: 'There is no chart “bar”.' });
  await problem.waitFor();
  expect(await problem.textContent()).toContain('Did you mean “bars”?');
  expect(await problem.locator('pre').textContent()).toContain('<Chart id="bar" />');
  const link = problem.locator('a');
  expect(await link.textContent()).toMatch(/^content\/briefs\/everything\/en\.mdx:\d+:1$/);
  await link.focus();
  await page.keyboard.press('Enter');
  expect(await opened()).toContain(`${join(folder, (await link.textContent()) ?? '')}`);

  await edit(folder, brief, (text) => text.replace('id="bar"', 'id="bars"'));
  await page.locator('h1', { hasText: 'Everything stands in this brief' }).waitFor();
});

test('edits of words, chart words and data facts show by themselves', async () => {
  await page.goto(`${origin}/en/briefs/everything/`);
  expect(
    await page.evaluate(
      async () =>
        (await document.fonts.ready) && [...document.fonts].some(({ status }) => status === 'loaded'),
    ),
  ).toBe(true);

  await edit(folder, brief, (text) => text.replace('Everything stands', 'Everything changes'));
  await page.locator('h1', { hasText: 'Everything changes' }).waitFor();

  await edit(folder, 'content/charts/lines/en.yaml', (text) =>
    text.replace('Shares move a little', 'Shares move a lot'),
  );
  await page.locator('.figure-title', { hasText: 'Shares move a lot' }).waitFor();

  await edit(folder, 'content/datasets/share/dataset.yaml', (text) =>
    text.replace('decimals: 1', 'decimals: 3'),
  );
  await page
    .locator('.stat', { hasText: /\d\.\d{3}%/ })
    .first()
    .waitFor();
});

test('mistakes stand over the page, all of them, and go when they are mended', async () => {
  await page.goto(`${origin}/en/briefs/everything/`);
  const before = await readFile(join(folder, brief), 'utf8');
  await edit(folder, brief, (text) =>
    text.replace('id="bars"', 'id="bar"').replace('Everything changes', 'Nothing stands'),
  );
  await edit(folder, 'content/briefs/untranslated/brief.yaml', (text) =>
    text.replace('topics: [money]', 'topics: [monye]'),
  );
  const dialog = page.getByRole('dialog', { name: 'Errors (2)' });
  await dialog.waitFor();
  await dialog.getByText('There is no chart “bar”.').waitFor();
  await dialog.getByText('“monye” is no topic of site.yaml.').waitFor();
  expect(await page.locator('h1').textContent()).toContain('Everything changes');

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Desk: 2 errors' }).waitFor();
  // Who opens a page while there is a problem sees it too.
  await page.reload();
  await dialog.waitFor();

  await write(folder, { [brief]: before });
  await edit(folder, 'content/briefs/untranslated/brief.yaml', (text) => text.replace('monye', 'money'));
  await page.getByRole('link', { name: /^Desk: (No problems|\d+ (warning|note))/ }).waitFor();
  expect(await dialog.count()).toBe(0);
});

test('a brief leads to its text, in the language that is shown', async () => {
  await page.goto(`${origin}/lo/briefs/everything/`);
  await page.getByRole('link', { name: 'Edit this text' }).click();
  expect(await opened()).toContain(join(folder, 'content/briefs/everything/lo.mdx'));
  await page.goto(`${origin}/lo/briefs/untranslated/`);
  await page.getByRole('link', { name: 'Edit this text' }).click();
  expect(await opened()).toContain(join(folder, 'content/briefs/untranslated/en.mdx'));
});

test('the desk lists all briefs by language and state, and warnings with their places', async () => {
  await edit(folder, 'content/briefs/untranslated/brief.yaml', (text) => `${text}data: { share: 1.0.0 }\n`);
  await page.goto(`${origin}/_sala/`);
  await page.locator('.warning', { hasText: 'Nothing in the brief uses “share”.' }).waitFor();
  const states = await page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((each) => [...each.querySelectorAll('td')].map((cell) => cell.className)),
    );
  expect(states).toContainEqual(['draft', 'missing', 'missing']);
  expect(
    await page
      .locator('td.missing a')
      .first()
      .evaluate((link) => link.getAttribute('href')),
  ).toBe('/lo/briefs/untranslated/');
  await page.getByRole('link', { name: 'edit facts' }).last().click();
  expect(await opened()).toContain(join(folder, 'content/briefs/untranslated/brief.yaml'));
});

test.each(['light', 'dark'] as const)(
  'the desk can be read and used by everyone in the %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${origin}/_sala/`);
    expect(await accessibilityProblems(page)).toEqual([]);
  },
);

test('a new brief and a new language show without a new start', async () => {
  const answers = [
    '--kind',
    'workshop-outcomes',
    '--title',
    'Rice and rain',
    '--places',
    'LAO',
    '--topics',
    'money',
  ];
  expect((await run('new', 'brief', 'workshop', '--site', folder, ...answers)).code).toBe(0);
  await page.goto(`${origin}/_sala/`);
  await page.locator('tr', { hasText: 'Rice and rain' }).waitFor();
  await page.goto(`${origin}/en/briefs/workshop/`);
  await page.locator('h1', { hasText: 'Rice and rain' }).waitFor();

  expect((await run('new', 'language', 'th', '--site', folder)).code).toBe(0);
  await page.locator('.languages a[hreflang=th]').click();
  await page.waitForURL('**/th/briefs/workshop/');
  await page.locator('.notice', { hasText: 'not yet available' }).waitFor();
});

test('nothing of the desk is in a build', async () => {
  const built = join(inject('fixture'), 'dist');
  for (const path of await filesUnder(built)) {
    const text = await readFile(join(built, path), 'latin1');
    expect(/_sala|sala-panel|open-in-editor/.test(text), path).toBe(false);
  }
});
