import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../src/browser/index.ts';
import { serve } from '../src/build/index.ts';
import { contentOf, openLocalRepository } from './local-repository.ts';
import { edit, remove, repository, run } from './sites.ts';

// node test/pictures.ts takes the pictures of docs/ from the site as it runs: its pages, the start page of
// `npm run dev`, a mistake as an editor sees it, and the editor in the browser.

const pictures = join(repository, 'docs/images');
const port = 4399;
const slug = 'lao-viet-nam-health-insurance';

await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'sala-pictures-'));
for (const top of ['content', 'data', 'public'])
  await cp(join(repository, top), join(folder, top), { recursive: true });
const browser = await launchBrowser();
try {
  await takeSite();
  await takeDesk();
  await takeEditor();
} finally {
  await browser.close();
  await remove(folder);
}

/** A page as readers have it: a number with its source, a chart with its data, what can be taken away. */
async function takeSite(): Promise<void> {
  const built = join(folder, 'dist');
  const { code, output } = await run('build', '--site', folder, '--out', built);
  if (code !== 0) throw new Error(output);
  const site = await serve(built);
  try {
    const wide = await browser.newPage({ viewport: { width: 1100, height: 900 }, deviceScaleFactor: 1.5 });
    await wide.goto(`${site.address}en/briefs/${slug}/`);
    await wide.screenshot({
      path: join(pictures, 'brief-top.png'),
      clip: { x: 0, y: 0, width: 1100, height: 760 },
    });
    const figure = wide.locator('.figure:has(.chart)').first();
    await figure.locator('summary').click();
    await figure.screenshot({ path: join(pictures, 'figure.png') });
  } finally {
    await site.close();
  }
}

/** The start page of the development server, and a mistake over a page. */
async function takeDesk(): Promise<void> {
  await edit(folder, `content/briefs/${slug}/en.mdx`, (text) =>
    text.replace('These are two different things.', 'These are two very different things.'),
  );
  const server = spawn(
    process.execPath,
    [join(repository, 'src/cli/dev.ts'), '--site', folder, '--port', String(port)],
    {
      cwd: repository,
    },
  );
  try {
    await new Promise<void>((ready, failed) => {
      const listen = (chunk: Buffer) => {
        if (chunk.toString().includes('Ctrl+C')) ready();
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => failed(new Error('The development server ended.')));
    });
    const page = await browser.newPage({ viewport: { width: 1100, height: 760 }, deviceScaleFactor: 1.5 });
    await page.goto(`http://localhost:${port}/_sala/`);
    // Where the copy lies is nobody's concern.
    await page.locator('h1 + p').evaluate((element) => element.remove());
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(pictures, 'start-page.png') });
    await page.goto(`http://localhost:${port}/en/briefs/${slug}/`);
    await edit(folder, `content/briefs/${slug}/en.mdx`, (text) => text.replace('year="2008"', 'year="2088"'));
    await page.getByRole('dialog').waitFor();
    await page.screenshot({ path: join(pictures, 'mistake.png') });
  } finally {
    server.kill();
  }
}

/** The form of a translation in the editor. */
async function takeEditor(): Promise<void> {
  await edit(folder, `content/briefs/${slug}/en.mdx`, (text) => text.replace('year="2088"', 'year="2008"'));
  await edit(
    folder,
    'content/site/site.yaml',
    (text) => `${text}admin: { backend: github, repository: our-office/briefs }\n`,
  );
  const { code, output } = await run('build', '--site', folder, '--out', join(folder, 'dist'), '--no-pdf');
  if (code !== 0) throw new Error(output);
  const site = await serve(join(folder, 'dist'));
  try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 820 }, deviceScaleFactor: 1.5 });
    await openLocalRepository(page, site.address, await contentOf(folder));
    // The first of a brief's two forms is that of its words.
    const form = page.getByText('Lao PDR and Viet Nam report near-universal').filter({ visible: true });
    await form.first().click();
    await page.locator('[data-key-path]').first().waitFor();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(pictures, 'editor.png') });
  } finally {
    await site.close();
  }
}
