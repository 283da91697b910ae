import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { archivalObstacles } from './archive.ts';
import { type Attachment, attachFile } from './attachments.ts';
import { type Piece, takeTags } from './browser-tags.ts';
import {
  type Item,
  type PrintedContent,
  type PrintedContents,
  type Run,
  readContents,
  writeContents,
} from './content.ts';
import { markFurniture, runningHead, type SetText, setNumber, untag } from './furniture.ts';
import { boxAround, placeItems } from './geometry.ts';
import { type DocumentRecord, setMetadata } from './metadata.ts';
import type { Printed } from './printer.ts';
import { readPdf } from './read-pdf.ts';
import type { Shown } from './shown.ts';
import { makeStructure, type Structure } from './structure.ts';
import { writePdf } from './write-pdf.ts';
import { writeStructure } from './write-structure.ts';

/** What a document says of itself, and the files that go with it. */
export interface Finishing {
  record: DocumentRecord;
  attachments: readonly Attachment[];
  direction: 'ltr' | 'rtl';
}

/** A brief as a document of record. */
export interface Finished {
  bytes: Uint8Array;
  /** The page that each entry of the contents leads to, by its anchor; empty where there is no contents list. */
  numbers: Readonly<Record<string, number>>;
}

/** A piece of marked content, as the page shows it. */
interface Shows {
  text: string;
  runs: Run[];
}

/**
 * Makes a document of record from what the browser printed: text that comes
 * back out, true page numbers, running heads, the structure of the page for
 * readers that do not see it (PDF/UA, ISO 14289-1), metadata, and the data.
 */
export async function finish({ pdf: bytes, shown }: Printed, finishing: Finishing): Promise<Finished> {
  const { record, attachments, direction } = finishing;
  const pdf = await readPdf(bytes);
  const contents = readContents(pdf);
  const sheets = pdf.getPages();
  const pageOf = new Map(sheets.map(({ ref }, index) => [ref, index]));
  const shows = new Map<PDFRef, Map<number, Shows>>();
  sheets.forEach(({ ref }, index) => {
    shows.set(ref, showsOf(contents.pages[index]?.items ?? []));
  });
  for (const [ref, { items }] of contents.forms) shows.set(ref, showsOf(items));
  const at = ({ page, content }: Piece): Shows | undefined =>
    content && shows.get(content.form ?? page)?.get(content.number);
  const textOf = (piece: Piece): string => at(piece)?.text ?? '';

  const structure = makeStructure(shown, takeTags(pdf), { textOf, language: record.language });
  const placed = contents.pages.map(({ items }) => placeItems(items));
  const first = firstPieces(shown, structure);
  const firstPage = (element: number): number | undefined => pageOf.get(first.get(element)?.page as PDFRef);

  const numbers: Record<string, number> = {};
  for (const { slot, anchor } of contentsEntries(shown)) {
    const page = firstPage(shown.elements.findIndex(({ id }) => id === anchor));
    const run = structure.pieces.get(slot)?.flatMap((piece) => at(piece)?.runs ?? [])[0];
    if (page === undefined || !run || !setNumber(run, page + 1))
      throw new Error(`The contents entry for #${anchor} has no page number.`);
    numbers[anchor] = page + 1;
  }

  writeStructure(pdf, structure.root, {
    textOf,
    boxOf(pieces) {
      const index = pageOf.get(pieces[0]?.page as PDFRef) ?? -1;
      const own = new Set(pieces.flatMap(({ content }) => (content && !content.form ? content.number : [])));
      return boxAround(
        (placed[index] ?? []).filter(({ content }) => content !== undefined && own.has(content)),
      );
    },
  });
  for (const piece of structure.artifacts) {
    const { page, content } = piece;
    const items = content?.form
      ? contents.forms.get(content.form)?.items
      : contents.pages[pageOf.get(page) ?? -1]?.items;
    if (content && items) untag(items, content.number);
  }
  const heads = sectionHeads(shown, first, pageOf);
  sheets.forEach((sheet, index) => {
    const page = contents.pages[index];
    if (!page) return;
    const pageHeight = sheet.getHeight();
    const heading = heads[index];
    const set = heading === undefined ? [] : setTextOf(shown, structure, heading, at);
    const head = runningHead(placed[index] ?? [], set, { pageHeight, direction });
    const isContent = (operators: string) => showsTaggedForm(operators, page, contents);
    markFurniture(page, placed[index] ?? [], head, { pageHeight, isContent });
    sheet.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  });
  writeContents(pdf, contents);
  for (const attachment of attachments) attachFile(pdf, attachment);
  setMetadata(pdf, archivalObstacles(pdf).length === 0 ? { ...record, archival: 'A' } : record);
  return { bytes: writePdf(pdf), numbers };
}

/** What each piece of marked content of a stream shows. */
function showsOf(items: readonly Item[]): Map<number, Shows> {
  const shows = new Map<number, Shows>();
  let current: Shows | undefined;
  for (const item of items) {
    if (item.kind === 'begin' && item.mcid !== undefined) {
      current = shows.get(item.mcid) ?? { text: '', runs: [] };
      shows.set(item.mcid, current);
    } else if (item.kind === 'end') current = undefined;
    else if (item.kind === 'text' && current) {
      current.text += item.run.text;
      current.runs.push(item.run);
    }
  }
  return shows;
}

/** The places kept for page numbers in the contents, by the index of their text, and where each entry leads. */
function contentsEntries({ elements, texts }: Shown): { slot: number; anchor: string }[] {
  return texts.flatMap(({ parent }, slot) => {
    const number = elements[parent];
    if (!number?.classes.includes('page-number')) return [];
    const entry = elements.find((each) => each.parent === number.parent && each.anchor !== '');
    return entry ? [{ slot, anchor: decodeURIComponent(entry.anchor) }] : [];
  });
}

/** The first piece that shows text of each element of the page, by the element's index. */
function firstPieces({ elements, texts }: Shown, { pieces }: Structure): Map<number, Piece> {
  const first = new Map<number, Piece>();
  for (const [index, { parent }] of texts.entries()) {
    const piece = pieces.get(index)?.[0];
    for (let at = parent; piece && at >= 0 && !first.has(at); at = elements[at]?.parent ?? -1)
      first.set(at, piece);
  }
  return first;
}

/**
 * For each page after the first, the section that it begins in, as the index
 * of the heading. A heading at the very top of a page begins it.
 */
function sectionHeads(
  { elements }: Shown,
  first: ReadonlyMap<number, Piece>,
  pageOf: ReadonlyMap<PDFRef, number>,
): (number | undefined)[] {
  const firstOnPage = new Map<PDFRef, Piece>();
  for (const piece of first.values()) if (!firstOnPage.has(piece.page)) firstOnPage.set(piece.page, piece);
  const heads = elements.flatMap(({ name }, element) => {
    const piece = name === 'h2' ? first.get(element) : undefined;
    const page = piece && pageOf.get(piece.page);
    if (page === undefined) return [];
    return { element, from: firstOnPage.get(piece?.page as PDFRef) === piece ? page : page + 1 };
  });
  return Array.from(pageOf, ([, page]) =>
    page === 0 ? undefined : heads.findLast(({ from }) => from <= page)?.element,
  );
}

/** The words of a heading as they were set, line by line. */
function setTextOf(
  { elements, texts }: Shown,
  { pieces }: Structure,
  heading: number,
  at: (piece: Piece) => Shows | undefined,
): SetText {
  const own = texts.flatMap(({ parent, text }, index) => {
    let element = parent;
    while (element > heading) element = elements[element]?.parent ?? -1;
    return element === heading ? { text, index } : [];
  });
  const whole = own
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');
  let before = '';
  return own
    .flatMap(({ index }) => pieces.get(index) ?? [])
    .flatMap((piece) => at(piece)?.runs ?? [])
    .map((run) => {
      const spaceBefore =
        !before.endsWith(' ') &&
        !run.text.startsWith(' ') &&
        !whole.includes(before.slice(-2) + run.text.slice(0, 2));
      before = run.text;
      return { run, spaceBefore };
    });
}

/** Whether operators draw a form whose content is part of the structure by itself. */
function showsTaggedForm(
  operators: string,
  { resources }: PrintedContent,
  { forms }: PrintedContents,
): boolean {
  const [, name] = /\/(\S+)\s+Do\b/.exec(operators) ?? [];
  if (name === undefined) return false;
  const ref = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name));
  const form = ref instanceof PDFRef ? forms.get(ref) : undefined;
  return form?.items.some((item) => item.kind === 'begin' && item.mcid !== undefined) ?? false;
}
