import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../src/browser/index.ts';
import { fidelity } from '../src/print/fidelity.ts';
import { openPage } from './reader.ts';

const slugs = ['vangvieng-workshop-2025', 'lao-cambodia-health-protection', 'lao-viet-nam-health-insurance'];
const languages = ['en', 'lo', 'km', 'vi'];
const all = slugs.flatMap((slug) => languages.map((language) => ({ slug, language })));

const fileOf = (slug: string, language: string, kind: 'pdf' | 'html') =>
  join(inject('published'), language, 'briefs', slug, `${slug}-${language}.${kind}`);

/** A PDF as a program that did not make it (pdf.js) reads it. */
async function read(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const { info, metadata } = (await pdf.getMetadata()) as unknown as {
    info: Record<string, unknown>;
    metadata: { get(name: string): unknown };
  };
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      return { text, tree: await page.getStructTree(), annotations: await page.getAnnotations() };
    }),
  );
  const attachments = await pdf.getAttachments();
  const outline = await Promise.all(
    flat((await pdf.getOutline()) ?? []).map(async ({ title, dest }) => {
      const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      return { title, page: place ? (await pdf.getPageIndex(place[0])) + 1 : 0 };
    }),
  );
  await loading.destroy();
  return { info, metadata, pages, attachments, outline };
}

interface Entry {
  title: string;
  // biome-ignore lint/suspicious/noExplicitAny: as pdf.js gives it.
  dest: string | any[] | null;
  items: Entry[];
}

const flat = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.items)]);

/** The structure elements of a page, each with its role, by a walk. */
interface Node {
  role?: string;
  alt?: string;
  lang?: string;
  bbox?: number[];
  children?: Node[];
}

const rolesIn = (node: Node | null): Node[] =>
  node ? [node, ...(node.children ?? []).flatMap(rolesIn)] : [];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(all)('$slug in $language', ({ slug, language }) => {
  let bytes: Uint8Array;
  let pdf: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    bytes = await readFile(fileOf(slug, language, 'pdf'));
    pdf = await read(bytes);
  });

  test('the PDF says what it is, weighs little, and holds the data of its charts', async () => {
    expect(bytes.length).toBeLessThan(300_000);
    expect(pdf.info['Language']).toBe(language);
    expect(pdf.info['PDFFormatVersion']).toBe('1.7');
    const page = await readFile(join(inject('published'), language, 'briefs', slug, 'index.html'), 'utf8');
    const [, title] = /<h1>([^<]*)<\/h1>/.exec(page) ?? [];
    expect(pdf.info['Title']).toBe(title?.replaceAll('&#39;', "'"));
    expect(pdf.metadata.get('dc:title')).toContain(pdf.info['Title']);
    expect(pdf.metadata.get('pdfuaid:part')).toBe('1');
    const charts = [...page.matchAll(/<figure class="figure" id="figure-([^"]*)"/g)].map(([, id]) => id);
    expect(charts.length).toBeGreaterThan(1);
    const names = [...(pdf.attachments as Map<string, unknown>).keys()];
    for (const chart of charts) {
      expect(names).toContain(`${chart}.vl.json`);
      expect(names.some((name) => name.startsWith(`${chart}.`) && name.endsWith('.csv'))).toBe(true);
    }
  });

  test('the page says how long and how large what it offers is', async () => {
    const page = await readFile(join(inject('published'), language, 'briefs', slug, 'index.html'), 'utf8');
    const [pdfNote, fileNote] = ['pdf', 'html'].map(
      (kind) => new RegExp(`data-file="${kind}"[^>]*>([^<]*)<`).exec(page)?.[1],
    );
    const kilobytes = Math.ceil(bytes.length / 1000);
    expect(pdfNote).toMatch(new RegExp(`\\b${pdf.pages.length} .*, ${kilobytes}\\b`));
    const file = await readFile(fileOf(slug, language, 'html'));
    // In Khmer, where a letter takes three bytes, 226 KB with three charts, and 35 KB for each more, with its rows.
    const charts = page.match(/<figure class="figure"/g)?.length ?? 0;
    expect(file.length).toBeLessThan(125_000 + 35_000 * charts);
    expect(fileNote).toMatch(new RegExp(`\\b${Math.ceil(file.length / 1000)}\\b`));
  });

  test('bookmarks and the contents lead to the pages where the headings stand', async () => {
    const file = await readFile(fileOf(slug, language, 'html'), 'utf8');
    const entries = [
      ...file.matchAll(/<a href="#[^"]*">([^<]*)<\/a> <span class="page-number">(\d+)<\/span>/g),
    ];
    expect(entries.length).toBeGreaterThan(5);
    for (const [, escaped = '', number] of entries) {
      const text = escaped.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
      const bookmark = pdf.outline.find(({ title }) => squash(title) === squash(text));
      expect(`${text} ${bookmark?.page}`).toBe(`${text} ${number}`);
      expect(squash(pdf.pages[Number(number) - 1]?.text ?? '')).toContain(squash(text));
    }
  });

  test('each page is tagged: headings, pictures in words, header cells, links', () => {
    const elements = pdf.pages.flatMap(({ tree }) => rolesIn(tree as Node));
    const count = (role: string) => elements.filter((each) => each.role === role).length;
    expect(count('H1')).toBe(1);
    for (const role of [
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'Link',
      'Caption',
      'TOCI',
    ])
      expect(count(role), role).toBeGreaterThan(0);
    const figures = elements.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(1);
    for (const { alt, bbox: [left = 0, bottom = 0, right = 0, top = 0] = [] } of figures) {
      expect(alt?.length).toBeGreaterThan(20);
      expect(0 < left && left < right && right < 595 && 0 < bottom && bottom < top && top < 842).toBe(true);
    }
    for (const { annotations } of pdf.pages)
      for (const { subtype, contentsObj } of annotations)
        if (subtype === 'Link') expect(contentsObj.str).not.toBe('');
  });

  test('the text comes back out by pdf.js, which wrote nothing of it', async () => {
    const { page, close } = await openPage(browser, pathToFileURL(fileOf(slug, language, 'html')).href, {
      width: 640,
    });
    await page.emulateMedia({ media: 'print' });
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, p, li, td, th, dd, dt')]
        .filter((each) => each.checkVisibility() && !each.closest('.unseen, [aria-hidden=true], nav, figure'))
        .filter((each) => !each.querySelector('p, li, dd'))
        // What is shown, not all that is there.
        // biome-ignore lint/performance/useDomNodeTextContent: hidden parts of a line are not printed.
        .map((each) => (each as HTMLElement).innerText),
    );
    await close();
    const text = pdf.pages.map((each) => each.text).join('\n');
    const { share, missing } = fidelity(texts, text, language);
    expect(share, missing.join(' ')).toBeGreaterThanOrEqual(0.995);
  });
});

const squash = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, '');
