import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { identityOf, launchBrowser } from '../browser/index.ts';
import { Failure } from '../diagnostics/index.ts';
import { readShown, type Shown } from './shown.ts';

/** A page on paper, as the browser made it. */
export interface Printed {
  pdf: Uint8Array;
  shown: Shown;
}

/** A browser that prints. */
export interface Printer {
  /** Names exactly this browser, which decides over what comes out. */
  identity: string;
  /** Prints a file of HTML that holds all that it needs. */
  print(file: string): Promise<Printed>;
  close(): Promise<void>;
}

/** Browsers have been seen to hang; no brief takes nearly as long as this, in milliseconds. */
const patience = 60_000;

/** A brief with more pages than this has a contents list. */
export const pagesWithoutContents = 4;

/** Starts a browser that prints `atOnce` pages side by side. It opens no port: it is spoken to through a pipe. */
export async function openPrinter(atOnce: number): Promise<Printer> {
  const browser = await launchBrowser();
  const opening = Promise.all(Array.from({ length: atOnce }, () => newPage(browser)));
  const free = await within(patience, opening).catch(async (error: unknown) => {
    await browser.close();
    throw stopped('before it printed', error);
  });
  const waiting: ((page: Page) => void)[] = [];
  const take = async (): Promise<Page> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const give = (page: Page): void => {
    const next = waiting.shift();
    if (next) next(page);
    else free.push(page);
  };
  return {
    identity: identityOf(browser),
    async print(file) {
      const page = await take();
      try {
        return await within(patience, printPage(page, file));
      } catch (error) {
        throw stopped(`while it printed ${basename(file)}`, error);
      } finally {
        give(page);
      }
    },
    close: () => browser.close(),
  };
}

const stopped = (when: string, error: unknown): Failure =>
  new Failure(
    `The browser stopped ${when}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
  );

async function newPage(browser: Browser): Promise<Page> {
  // A context of its own gives each page a process of its own. Scripts of a page never run.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    // About the measure of a page of paper, so that what is asked of the page is as it is printed.
    viewport: { width: 640, height: 900 },
  });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  page.setDefaultTimeout(patience);
  return page;
}

async function printPage(page: Page, file: string): Promise<Printed> {
  await page.goto(pathToFileURL(file).href);
  const print = async (withContents: boolean): Promise<Printed> => {
    await page.evaluate(prepare, withContents);
    const shown = JSON.parse(await page.evaluate<string>(shownAsText)) as Shown;
    return { pdf: await page.pdf(pdfSettings), shown };
  };
  const printed = await print(true);
  return countPages(printed.pdf) > pagesWithoutContents ? printed : print(false);
}

/** As text, since Playwright hands over an object value by value, which takes as long as printing. */
const shownAsText = `JSON.stringify((${readShown})())`;

/**
 * Makes room for the page numbers of the contents, or leaves the contents out,
 * and waits for the fonts. Runs in the browser.
 */
async function prepare(withContents: boolean): Promise<void> {
  const root = document.documentElement;
  root.toggleAttribute('data-contents', withContents);
  for (const slot of document.querySelectorAll('.page-number')) slot.textContent = '00';
  await Promise.all([...document.fonts].map((font) => font.load()));
}

/** How pages are printed. */
export const pdfSettings = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true };

/** Pages of a document that Chromium wrote, which leaves its objects uncompressed. */
const countPages = (pdf: Uint8Array): number =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .split(/\/Type \/Page\b/).length - 1;

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser does not answer.')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
