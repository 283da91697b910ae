import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { copyFixture, edit, remove, repository } from './sites.ts';

let folder: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

beforeAll(async () => {
  folder = await copyFixture();
  const port = await freePort();
  // Astro's development server behaves otherwise where it believes to be under test.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const script = join(repository, 'src/cli/dev.ts');
  server = spawn(process.execPath, [script, '--site', folder, '--port', String(port)], {
    cwd: repository,
    env,
  });
  await new Promise<void>((ready, failed) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl+C')) ready();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => failed(new Error(output)));
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://localhost:${port}/en/briefs/everything/`);
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  await remove(folder);
});

test('edits of words, chart words and data facts show by themselves; a mistake shows in the page', async () => {
  await page.locator('h1', { hasText: 'Everything stands in this brief' }).waitFor();
  expect(
    await page.evaluate(
      async () =>
        (await document.fonts.ready) && [...document.fonts].some(({ status }) => status === 'loaded'),
    ),
  ).toBe(true);

  await edit(folder, 'content/briefs/everything/en.mdx', (text) =>
    text.replace('Everything stands', 'Everything changes'),
  );
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

  await edit(folder, 'content/briefs/everything/en.mdx', (text) => text.replace('id="bars"', 'id="bar"'));
  await page.locator('vite-error-overlay', { hasText: 'There is no chart “bar”.' }).waitFor();
});
