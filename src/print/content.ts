import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { parseContent } from './content-parser.ts';
import { level, type PrintedFont, PrintedFonts, streamBytes } from './text.ts';

/** A piece of a content stream. */
export type Item =
  /** What is neither text nor marked content, as it was; whether it puts ink on the page. */
  | { kind: 'operators'; text: string; paints: boolean }
  | { kind: 'text'; run: Run }
  /** Marked content: a number of the structure's, or properties as they were written, or neither. */
  | { kind: 'begin'; tag: string; mcid: number | undefined; properties?: string }
  | { kind: 'end' };

/** What stands on one line in one font. */
export interface Run {
  font: PrintedFont;
  size: number;
  /** From the space of its offsets to that of the stream, with its place. */
  matrix: readonly [number, number, number, number, number, number];
  /** Codes of the font, each with its distance from the start of the run. */
  glyphs: { code: number; offset: number }[];
  /** What it says, in the order of reading. */
  text: string;
  width: number;
  /** Whether it is read from its end to its beginning: a script that is written from right to left. */
  reversed: boolean;
}

/** The content of a page, or of a form that pages show. */
export interface PrintedContent {
  items: Item[];
  /** The streams that it was read from. */
  streams: readonly PDFRef[];
  resources: PDFDict;
  /** The names of fonts in operators that were left as they were. */
  keptFonts: ReadonlySet<string>;
}

/** The contents of a document, to be changed and written back. */
export interface PrintedContents {
  /** One for each page. */
  pages: PrintedContent[];
  forms: Map<PDFRef, PrintedContent>;
  fonts: PrintedFonts;
}

/**
 * Reads the contents of all pages and forms of a document that Chromium
 * printed. Chromium draws a cluster (a letter with its marks) as several
 * glyphs within an `ActualText` span, which some readers pass over and others
 * space apart; here one glyph draws it, and what follows on a line in fonts of
 * one style is one run. What is no such text stays as it was.
 */
export function readContents(pdf: PDFDocument): PrintedContents {
  const fonts = new PrintedFonts(pdf);
  const forms = new Map<PDFRef, PrintedContent>();
  const read = (streams: readonly PDFRef[], resources: PDFDict): PrintedContent => {
    const parts = streams.map((ref) => {
      const stream = pdf.context.lookup(ref);
      return stream instanceof PDFRawStream ? streamBytes(stream) : undefined;
    });
    const known = parts.filter((part) => part !== undefined);
    // Packed in a way that Chromium does not use: it stays as it is, and so do all streams of the page.
    if (known.length < parts.length) return untouched(resources);
    const named = resourcesOf(pdf, resources, 'Font');
    const content = parseContent(known.length === 1 ? (known[0] as Uint8Array) : joined(known), (name) => {
      const ref = named?.get(PDFName.of(name));
      return ref instanceof PDFRef ? fonts.source(ref) : undefined;
    });
    for (const [, ref] of resourcesOf(pdf, resources, 'XObject')?.entries() ?? []) {
      if (!(ref instanceof PDFRef) || forms.has(ref)) continue;
      const form = pdf.context.lookup(ref);
      if (!(form instanceof PDFRawStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
        continue;
      const own = pdf.context.lookup(form.dict.get(PDFName.of('Resources')));
      // Known before it is read, so that a form that is drawn within itself is read but once.
      forms.set(ref, untouched(resources));
      forms.set(ref, read([ref], own instanceof PDFDict ? own : resources));
    }
    return { ...content, streams, resources };
  };
  const pages = pdf.getPages().map(({ node }) => {
    const contents = node.get(PDFName.of('Contents'));
    const list = pdf.context.lookup(contents);
    const streams = list instanceof PDFArray ? list.asArray() : contents ? [contents] : [];
    return read(
      streams.filter((ref) => ref instanceof PDFRef),
      node.Resources() ?? pdf.context.obj({}),
    );
  });
  return { pages, forms, fonts };
}

/** A content that is left as it is. */
const untouched = (resources: PDFDict): PrintedContent => ({
  items: [],
  streams: [],
  resources,
  keptFonts: new Set(),
});

/** Writes the contents and the fonts back into their document. */
export function writeContents(pdf: PDFDocument, { pages, forms, fonts }: PrintedContents): void {
  const used = new Map<PrintedFont, number[]>();
  const kept = new Set<PDFRef>();
  const fontsOf = new Map<PDFDict, PDFDict>();
  const contents = [...pages, ...forms.values()].filter(({ streams }) => streams.length > 0);
  for (const content of contents) {
    const shown = new Set<PrintedFont>();
    for (const item of content.items) {
      if (item.kind !== 'text') continue;
      const { font, glyphs } = item.run;
      shown.add(font);
      const codes = used.get(font) ?? [];
      used.set(font, codes);
      for (const { code } of glyphs) codes[code] = (codes[code] ?? 0) + 1;
    }
    setFonts(pdf, content, shown, fonts, kept, fontsOf);
  }
  for (const ref of otherFonts(pdf, fontsOf)) kept.add(ref);
  fonts.number(used, kept);
  for (const content of contents) {
    const [first, ...others] = content.streams as [PDFRef, ...PDFRef[]];
    const stream = pdf.context.lookup(first);
    if (!(stream instanceof PDFRawStream)) continue;
    const deflated = deflateSync(Buffer.from(contentText(content.items), 'latin1'), { level });
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    stream.dict.set(PDFName.of('Length'), pdf.context.obj(deflated.length));
    pdf.context.assign(first, PDFRawStream.of(stream.dict, deflated));
    if (others.length === 0) continue;
    for (const ref of others) pdf.context.delete(ref);
    pdf.getPages()[pages.indexOf(content)]?.node.set(PDFName.of('Contents'), first);
  }
  // Only now, as contents may share their resources.
  for (const [resources, own] of fontsOf)
    if (own.entries().length > 0 || resources.has(PDFName.of('Font'))) resources.set(PDFName.of('Font'), own);
  fonts.write(used, kept);
}

/** Names the fonts that a content shows among its resources, and those that operators kept name. */
function setFonts(
  pdf: PDFDocument,
  content: PrintedContent,
  shown: ReadonlySet<PrintedFont>,
  fonts: PrintedFonts,
  kept: Set<PDFRef>,
  fontsOf: Map<PDFDict, PDFDict>,
): void {
  const before = resourcesOf(pdf, content.resources, 'Font');
  const after = fontsOf.get(content.resources) ?? pdf.context.obj({});
  fontsOf.set(content.resources, after);
  for (const name of content.keptFonts) {
    const ref = before?.get(PDFName.of(name));
    if (!ref) continue;
    after.set(PDFName.of(name), ref);
    if (ref instanceof PDFRef) kept.add(ref);
  }
  for (const font of shown) {
    const ref = fonts.refOf(font);
    if (ref) after.set(PDFName.of(font.name), ref);
  }
}

/** The fonts that contents name which are no page and no form: patterns, say, or the looks of annotations. */
function* otherFonts({ context }: PDFDocument, known: ReadonlyMap<PDFDict, unknown>): Generator<PDFRef> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    const resources = dict instanceof PDFDict ? context.lookup(dict.get(PDFName.of('Resources'))) : undefined;
    if (!(resources instanceof PDFDict) || known.has(resources)) continue;
    const fonts = context.lookup(resources.get(PDFName.of('Font')));
    for (const font of fonts instanceof PDFDict ? fonts.values() : []) if (font instanceof PDFRef) yield font;
  }
}

function resourcesOf(pdf: PDFDocument, resources: PDFDict, kind: string): PDFDict | undefined {
  const found = pdf.context.lookup(resources.get(PDFName.of(kind)));
  return found instanceof PDFDict ? found : undefined;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));

/** A content stream with these items (ISO 32000-1, 7.8.2). */
function contentText(items: readonly Item[]): string {
  return items.map(itemText).join('\n');
}

function itemText(item: Item): string {
  switch (item.kind) {
    case 'operators':
      return item.text;
    case 'text':
      return runText(item.run);
    case 'begin':
      if (item.mcid !== undefined) return `/${item.tag} <</MCID ${item.mcid}>> BDC`;
      return item.properties ? `/${item.tag} ${item.properties} BDC` : `/${item.tag} BMC`;
    case 'end':
      return 'EMC';
  }
}

/** Places that differ by less than this are the same, in thousandths of an em: no eye sees it. */
const tolerance = 1.5;

function runText({ font, size, matrix, glyphs, reversed }: Run): string {
  const pieces: string[] = [];
  let piece = '';
  // Where the pen stands, in thousandths of an em, and how far the last code wants the next to stand off.
  let pen = 0;
  let gap = 0;
  for (const { code, offset } of glyphs) {
    const drift = (offset * 1000) / size - pen - gap;
    // The gap after marks must be exact; what is left over waits for the next place.
    const correction = Math.abs(drift) < (gap > 0 ? gap / 2 : tolerance) ? 0 : Math.round(drift);
    const move = gap + correction;
    if (move !== 0) {
      pieces.push(`<${piece}>`, String(-move));
      piece = '';
      pen += move;
    }
    piece += hexCode(font.numberOf(code));
    pen += font.widthOf(code);
    gap = font.gapAfter(code);
  }
  let shown = pieces.length === 0 ? `<${piece}> Tj` : `[${pieces.join('')}<${piece}>] TJ`;
  // ISO 32000-1, 14.8.2.3.3.
  if (reversed) shown = `/ReversedChars BMC\n${shown}\nEMC`;
  return `BT\n/${font.name} ${short(size)} Tf\n${matrix.map(short).join(' ')} Tm\n${shown}\nET`;
}

const hexCodes: string[] = [];

function hexCode(code: number): string {
  hexCodes[code] ??= code.toString(16).padStart(4, '0');
  return hexCodes[code];
}

const short = (number: number): string => String(Math.round(number * 10000) / 10000);
