import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { type Served, serve } from '../src/build/index.ts';
import { loadSite } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { contentOf, openLocalRepository } from './local-repository.ts';
import { copyFixture, edit, remove, run, write } from './sites.ts';

const settings = 'content/site/site.yaml';
const asked = 'admin:\n  backend: github\n  repository: our-office/briefs\n';

describe('an editor who works on a local repository', () => {
  let folder: string;
  let site: Served;
  let browser: Browser;
  let page: Page;
  let before: Record<string, string>;
  const requests: string[] = [];
  const breaches: string[] = [];

  beforeAll(async () => {
    folder = await copyFixture();
    await edit(folder, settings, (text) => text + asked);
    const { code, output } = await run('build', '--site', folder, '--no-pdf');
    if (code !== 0) throw new Error(output);
    site = await serve(join(folder, 'dist'));
    browser = await launchBrowser();
    before = await contentOf(folder);
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (/policy/i.test(message.text())) breaches.push(message.text());
    });
    await openLocalRepository(page, site.address, before);
    await page.getByText('Everything stands in this brief', { exact: true }).waitFor();
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await remove(folder);
  });

  /** Opens the form of a file from the list of its collection, as an editor does. */
  async function openForm(collection: string, label: string): Promise<void> {
    await page.goto(`${site.address}admin/#/collections/${collection}`);
    await page.locator('[data-key-path]').first().waitFor({ state: 'detached' });
    await page.getByText(label, { exact: true }).filter({ visible: true }).first().click();
    await page.locator('[data-key-path]').first().waitFor();
  }

  const field = (key: string, language?: string) =>
    page
      .locator(language === undefined ? '.pane' : `.pane[data-locale="${language}"]`)
      .locator(`[data-key-path="${key}"]`)
      .locator('input, textarea')
      .first();

  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

  /** The files as they are now in the folder that was chosen. */
  const files = (): Promise<Record<string, string>> =>
    page.evaluate(async () => {
      const found: Record<string, string> = {};
      const walk = async (directory: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
        for await (const [name, handle] of directory as unknown as AsyncIterable<
          [string, FileSystemDirectoryHandle | FileSystemFileHandle]
        >) {
          if (handle.kind === 'directory') await walk(handle, `${prefix}${name}/`);
          else found[prefix + name] = await (await handle.getFile()).text();
        }
      };
      await walk(await navigator.storage.getDirectory(), '');
      return found;
    });

  /** The lines that went and came, by file, since the files were as given. */
  async function changes(since: Record<string, string>): Promise<Record<string, string[]>> {
    const changed = Object.entries(await files()).filter(([path, text]) => text !== since[path]);
    return Object.fromEntries(
      changed.map(([path, text]) => {
        const [old, now] = [since[path]?.split('\n') ?? [], text.split('\n')];
        return [
          path,
          [
            ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
            ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
          ],
        ];
      }),
    );
  }

  test.each<[string, [string, string], () => Promise<void>, Record<string, string[]>]>([
    [
      'a sentence of a translation, and its text',
      ['briefs', 'Everything stands in this brief'],
      async () => {
        await field('summary', 'lo').fill('ມີທຸກສ່ວນປະກອບ.');
        const body = await field('body', 'lo').inputValue();
        await field('body', 'lo').fill(body.replace('## ຕົວເລກ', '## ຕົວເລກທັງໝົດ'));
      },
      {
        'content/briefs/everything/lo.mdx': [
          '- summary: ມີທຸກສ່ວນປະກອບ. ເຮັດຂຶ້ນເພື່ອການທົດສອບ.',
          '- ## ຕົວເລກ',
          '+ summary: ມີທຸກສ່ວນປະກອບ.',
          '+ ## ຕົວເລກທັງໝົດ',
        ],
      },
    ],
    [
      'facts of a brief',
      ['briefs', 'Everything stands in this brief: facts'],
      async () => {
        await field('date').fill('2025-02-04');
        await page.getByRole('button', { name: /^Add .*Places/ }).click();
        await page.locator('[data-key-path="places"] input').last().fill('VNM');
      },
      {
        'content/briefs/everything/brief.yaml': [
          '- date: 2025-02-03',
          '- places: [LAO, KHM]',
          '+ date: 2025-02-04',
          '+ places: [LAO, KHM, VNM]',
        ],
      },
    ],
    [
      'the words of a chart',
      ['charts', 'Shares move a little'],
      () => field('words.break', 'lo').fill('ວິທີໃໝ່ໆ'),
      { 'content/charts/lines/lo.yaml': ['- words: { break: ວິທີໃໝ່ }', '+ words: { break: ວິທີໃໝ່ໆ }'] },
    ],
    [
      'the specification of a chart',
      ['charts', 'Shares move a little: Vega-Lite'],
      async () => {
        const spec = await field('body').inputValue();
        await field('body').fill(spec.replace('"mark": "line"', '"mark": "area"'));
      },
      {
        'content/charts/lines/chart.vl.json': ['-       "mark": "line",', '+       "mark": "area",'],
      },
    ],
    [
      'the beginning of a translation',
      ['charts', 'Old people are many'],
      async () => {
        await page.getByRole('button', { name: /^Enable .*Lao/ }).click();
        await field('title', 'lo').fill('ຫົວຂໍ້');
        await field('subtitle', 'lo').fill('ຄຳອະທິບາຍ');
        await field('description', 'lo').fill('ແຜນພູມ: ສຳລັບການທົດສອບ');
      },
      {
        'content/charts/bars/lo.yaml': [
          '+ title: ຫົວຂໍ້',
          '+ subtitle: ຄຳອະທິບາຍ',
          '+ description: "ແຜນພູມ: ສຳລັບການທົດສອບ"',
          '+ ',
        ],
      },
    ],
    [
      'a term of the glossary that had no translation',
      ['glossary', 'Terms'],
      async () => {
        await field('people.term', 'lo').fill('ຄົນ');
        await field('people.definition', 'lo').fill('ຜູ້ອາໄສ');
      },
      { 'content/glossary/lo.yaml': ['+ people: { term: ຄົນ, definition: ຜູ້ອາໄສ }'] },
    ],
    [
      'the words of a data set',
      ['datasets', 'Share of everything'],
      () => field('fields.year.title', 'lo').fill('ປີໃໝ່'),
      { 'content/datasets/share/lo.yaml': ['-   year: { title: ປີ }', '+   year: { title: ປີໃໝ່ }'] },
    ],
    [
      'the words of the interface',
      ['site', 'Words of the interface'],
      () => field('site.menu', 'en').fill('The menu'),
      { 'content/messages/en.yaml': ['-   menu: Main menu', '+   menu: The menu'] },
    ],
    [
      'the settings of the site',
      ['site', 'Settings'],
      () => field('license').fill('CC-BY-SA-4.0'),
      { [settings]: ['- license: CC-BY-4.0', '+ license: CC-BY-SA-4.0'] },
    ],
  ])('changes %s, and nothing else', async (_, [collection, label], change, expected) => {
    const since = await files();
    await openForm(collection, label);
    await change();
    await save();
    await expect.poll(() => changes(since), { timeout: 10_000 }).toEqual(expected);
  });

  test('leaves a site that can be built', async () => {
    await write(folder, await files());
    const { diagnostics } = await loadSite(folder);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await run('check', '--site', folder)).code).toBe(0);
  });

  test('kept to the policy of its page, and set no cookie', async () => {
    // Sveltia CMS asks how the host of the repository is; the policy says no, and the editor goes on.
    expect(breaches.filter((breach) => !breach.includes('https://www.githubstatus.com/'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('asked no other host for anything', () => {
    const own = new URL(site.address).origin;
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== own)).toEqual([]);
  });
});

test('a site that does not ask for the editor has nothing of it', async () => {
  const names = await filesUnder(join(inject('fixture'), 'dist'));
  expect(names.filter((name) => /admin|\.js$/.test(name) && !name.startsWith('scripts/'))).toEqual([]);
});

test('a mistake in the settings of the editor is named at its place', async () => {
  const folder = await copyFixture();
  await edit(folder, settings, (text) => text + asked.replace('github', 'githb'));
  const [wrong] = (await loadSite(folder)).diagnostics;
  expect(wrong).toMatchObject({
    file: settings,
    line: 15,
    column: 3,
    message: '“admin.backend” cannot be “githb”.',
    hint: 'Did you mean “github”? Allowed: github, gitlab, gitea.',
  });
  await remove(folder);
});
