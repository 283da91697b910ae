import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  width: number;
  scheme?: 'light' | 'dark';
  scripts?: boolean;
}

/** A page in the hands of a reader, and what happened on the way. */
export interface OpenPage {
  page: Page;
  /** Messages of the console and errors of the page. */
  complaints: string[];
  /** Address, type and bytes as they would be sent, compressed, of everything that was fetched. */
  fetched: { url: string; type: string; bytes: number }[];
  close(): Promise<void>;
}

const compressed = /html|css|svg|xml|json|text/;

/** Opens a page and waits for its fonts. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, scheme = 'light', scripts = false }: Look,
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const fetched: OpenPage['fetched'] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  const pending: Promise<void>[] = [];
  const weigh = async (response: Response): Promise<void> => {
    const type = response.headers()['content-type'] ?? '';
    const body = await response.body().catch(() => Buffer.alloc(0));
    fetched.push({
      url: response.url(),
      type,
      // Only some tests ask, and compressing takes a while.
      get bytes() {
        return (compressed.test(type) ? brotliCompressSync(body) : body).length;
      },
    });
  };
  page.on('response', (response) => pending.push(weigh(response)));
  await page.goto(url, { waitUntil: 'load' });
  // Fonts are asked for by the layout: it is done first, and then they are waited for.
  await page.evaluate(() => {
    document.body.getBoundingClientRect();
    return document.fonts.ready.then(() => undefined);
  });
  await Promise.all(pending);
  return { page, complaints, fetched, close: () => context.close() };
}

/** Families of the fonts that draw the text of a page and are not the site's own: whatever falls back to the system. */
export async function foreignFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'body, body *',
  });
  const foreign = new Set<string>();
  await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont } of fonts) if (!isCustomFont) foreign.add(familyName);
    }),
  );
  await session.detach();
  return [...foreign];
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and good practice, a line for each rule and place. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await engine.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  });
}
