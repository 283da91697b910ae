import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Component, FontProgram } from './truetype.ts';

/**
 * How a cluster's advance ends, in thousandths of an em: with its marks, which
 * take next to no width, and with a gap before what follows. poppler takes
 * what begins less than 100 after the last character for that character
 * printed twice, and what begins more than 100 after its end for another word;
 * pdf.js sees a space from 102 on, and gives marks no width at all. A glyph's
 * width is divided among its characters, hence the wider one for many.
 */
const gapAfterMarks = 99.6;
const widthOfMarks = (text: string): number => (text.length > 4 ? 3 : 2);

/**
 * A font of a printed document, with the text of its glyphs. All fonts of one
 * style (Latin and Lao regular, say) become one: where a line changes from one
 * font to another, some readers see a space.
 */
export class PrintedFont {
  /** Its name among the resources of pages and forms. */
  readonly name: string;
  readonly program: FontProgram;
  readonly #texts: Map<number, string>;
  readonly #sources: SourceFont[] = [];
  readonly #made = new Map<string, number>();
  readonly #marks = new Set<number>();
  #numbers: ReadonlyMap<number, number> | undefined;

  constructor(name: string, program: FontProgram, texts: ReadonlyMap<number, string>) {
    this.name = name;
    this.program = program;
    this.#texts = new Map(texts);
  }

  /** Makes a font as the browser embedded it part of this one. */
  add(source: SourceFont): void {
    this.#sources.push(source);
  }

  /** The code of a character; none where the document does not have it in this style. */
  codeOf(character: string): number | undefined {
    for (const source of this.#sources) {
      const glyph = source.glyphOf(character);
      if (glyph !== undefined) return source.single(glyph)[0];
    }
    return undefined;
  }

  /** The codes that are written into the document, in the order of their numbers there. */
  get order(): readonly number[] {
    return this.#numbers ? [...this.#numbers.keys()] : this.program.all;
  }

  /**
   * Numbers the codes that are used anew, the most frequent first. PDFium keeps
   * the first 256 glyphs of a font at hand and loads all others each time.
   */
  number(counts: readonly number[]): void {
    const used = [...counts.keys()].filter((code) => code > 0 && (counts[code] ?? 0) > 0);
    used.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
    this.#numbers = new Map(this.program.orderOf(used).map((code, number) => [code, number]));
  }

  /** The number of a code in the document. */
  numberOf(code: number): number {
    return this.#numbers?.get(code) ?? code;
  }

  /** The text of a code; empty for one without. */
  textOf(code: number): string {
    return this.#texts.get(code) ?? '';
  }

  /** The advance of a code, in thousandths of an em. */
  widthOf(code: number): number {
    return (this.program.advance(code) * 1000) / this.program.unitsPerEm;
  }

  /** How far the next code stands off from this one, in thousandths of an em. */
  gapAfter(code: number): number {
    return this.#marks.has(code) ? gapAfterMarks : 0;
  }

  /** The code that stands for the marks of a letter, without ink. */
  marks(text: string): number {
    const code = this.made([], Math.round((widthOfMarks(text) * this.program.unitsPerEm) / 1000), text);
    this.#marks.add(code);
    return code;
  }

  /** The code that draws the components and stands for the text; made where it is first asked for. */
  made(components: readonly Component[], advance: number, text: string): number {
    const [only, other] = components;
    // The first glyph says that a font lacks one; nothing must be shown with it itself (ISO 14289-1, 7.21.8).
    if (
      only &&
      !other &&
      only.glyph > 0 &&
      only.x === 0 &&
      only.y === 0 &&
      this.program.advance(only.glyph) === advance
    ) {
      if (!this.#texts.has(only.glyph)) this.#texts.set(only.glyph, text);
      if (this.#texts.get(only.glyph) === text) return only.glyph;
    }
    const key = `${advance} ${components.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(' ')} ${text}`;
    let code = this.#made.get(key);
    if (code === undefined) {
      code = this.program.addComposite(components, advance);
      this.#texts.set(code, text);
      this.#made.set(key, code);
    }
    return code;
  }
}

/** The codes of a cluster, found by its text and then by one part after the other. */
interface KnownCluster {
  codes?: readonly number[];
  next: Map<number, KnownCluster>;
}

function nextOf<Key>(known: Map<Key, KnownCluster>, key: Key): KnownCluster {
  let next = known.get(key);
  if (!next) {
    next = { next: new Map() };
    known.set(key, next);
  }
  return next;
}

/** A font as the browser embedded it, and the font of the document that it becomes part of. */
export class SourceFont {
  readonly font: PrintedFont;
  readonly #program: FontProgram;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #singles: number[][] = [];
  readonly #clusters = new Map<string, KnownCluster>();

  constructor(font: PrintedFont, program: FontProgram, texts: ReadonlyMap<number, string>) {
    this.font = font;
    this.#program = program;
    this.#texts = texts;
  }

  /** The advance of a glyph in units of its font. */
  advance(glyph: number): number {
    return this.#program.advance(glyph);
  }

  get unitsPerEm(): number {
    return this.#program.unitsPerEm;
  }

  /** The glyph of a character; none where it is not embedded. */
  glyphOf(character: string): number | undefined {
    return [...this.#texts].find(([, text]) => text === character)?.[0];
  }

  /** The codes for a glyph that stands by itself: one, or none where it neither draws nor says anything. */
  single(glyph: number): readonly number[] {
    this.#singles[glyph] ??= this.#made(
      [{ glyph, x: 0, y: 0 }],
      this.advance(glyph),
      this.#texts.get(glyph) ?? (this.#program.hasInk(glyph) ? '\ufffd' : ''),
    );
    return this.#singles[glyph];
  }

  /**
   * The codes for glyphs that stand for a text together, at places in text
   * space at a size, seen from the place of the first letter. The first code
   * draws all of them and stands for the text up to its first combining mark;
   * the second draws nothing and stands for the rest. pdf.js takes any glyph
   * whose text holds a combining mark as one without width: were it one glyph,
   * all that follows on the line would be taken to stand too far to the left.
   */
  cluster(parts: readonly Component[], origin: Component, size: number, text: string): readonly number[] {
    const units = this.#program.unitsPerEm / size;
    let known = nextOf(this.#clusters, text);
    for (const { glyph, x, y } of parts) {
      // Font units have 16 bits, of which the places within a cluster need but a part.
      const key =
        (glyph * 0x4000 + Math.round((x - origin.x) * units) + 0x2000) * 0x4000 +
        Math.round((y - origin.y) * units);
      known = nextOf(known.next, key);
    }
    if (!known.codes) {
      const components = parts.map(({ glyph, x, y }) => ({
        glyph,
        x: Math.round((x - origin.x) * units),
        y: Math.round((y - origin.y) * units),
      }));
      const ends = components.map(({ glyph, x }) => (this.advance(glyph) > 0 ? x + this.advance(glyph) : 0));
      known.codes = this.#made(components, Math.max(0, ...ends), text);
    }
    return known.codes;
  }

  #made(components: readonly Component[], advance: number, text: string): number[] {
    const adopted = components
      .filter(({ glyph }) => components.length === 1 || this.#program.hasInk(glyph))
      .map(({ glyph, x, y }) => ({ glyph: this.font.program.adopt(this.#program, glyph), x, y }));
    const shown = visible(text);
    if (shown === '' && !components.some(({ glyph }) => this.#program.hasInk(glyph))) return [];
    const mark = rightToLeft.test(shown) ? -1 : shown.search(/\p{Mn}/u);
    if (mark < 1) return [this.font.made(adopted, advance, shown || text)];
    const letter = shown.slice(0, mark);
    const marks = this.font.marks(shown.slice(mark));
    const units = this.#program.unitsPerEm / 1000;
    const rest = advance - this.font.program.advance(marks) - Math.round(gapAfterMarks * units);
    // A letter as narrow as this would lie too close to its marks.
    if (rest < 100 * units * letter.length) return [this.font.made(adopted, advance, shown)];
    return [this.font.made(adopted, rest, letter), marks];
  }
}

/** A text without characters that are never seen: zero width space, soft hyphen, word joiner, byte order mark. */
const visible = (text: string): string => text.replace(/[\u200b\u00ad\u2060\ufeff]/g, '').normalize('NFC');

/** Readers turn the glyphs of these scripts around, so that marks would come before their letters. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The fonts of a document. */
export class PrintedFonts {
  readonly #pdf: PDFDocument;
  readonly #sources = new Map<PDFRef, SourceFont | undefined>();
  readonly #homes = new Map<string, { font: PrintedFont; ref: PDFRef; parts: PDFRef[] }>();

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
  }

  /** All fonts that text was found in. */
  get all(): PrintedFont[] {
    return [...this.#homes.values()].map(({ font }) => font);
  }

  /** The font that an object describes; none where it is no TrueType font whose codes are its glyphs. */
  source(ref: PDFRef): SourceFont | undefined {
    if (!this.#sources.has(ref)) this.#sources.set(ref, this.#read(ref));
    return this.#sources.get(ref);
  }

  refOf(font: PrintedFont): PDFRef | undefined {
    return [...this.#homes.values()].find((home) => home.font === font)?.ref;
  }

  #read(ref: PDFRef): SourceFont | undefined {
    const parts = partsOf(this.#pdf, ref);
    if (!parts) return undefined;
    const bytes = streamBytes(parts.file);
    const map = streamBytes(parts.map);
    if (!bytes || !map) return undefined;
    const program = programOf(bytes);
    if (!program) return undefined;
    const texts = readMap(Buffer.from(map).toString('latin1'));
    const style = `${String(parts.dict.get(PDFName.of('BaseFont'))).replace(/^.*-/, '')} ${program.unitsPerEm}`;
    let home = this.#homes.get(style);
    if (!home) {
      home = { font: new PrintedFont(`T${this.#homes.size + 1}`, program, texts), ref, parts: [] };
      this.#homes.set(style, home);
    }
    home.parts.push(ref);
    const source = new SourceFont(home.font, program, texts);
    home.font.add(source);
    return source;
  }

  /**
   * Numbers the codes of the fonts by how often they are used. Fonts that text
   * was left in as it was are `kept`, and so are their codes.
   */
  number(used: ReadonlyMap<PrintedFont, readonly number[]>, kept: ReadonlySet<PDFRef>): void {
    for (const { font, ref } of this.#homes.values()) if (!kept.has(ref)) font.number(used.get(font) ?? []);
  }

  /**
   * Writes the fonts, with widths and text for the codes that are used or kept,
   * and removes those that have become part of another.
   */
  write(used: ReadonlyMap<PrintedFont, unknown>, kept: ReadonlySet<PDFRef>): void {
    for (const { font, ref, parts } of this.#homes.values()) {
      const all = parts.map((part) => partsOf(this.#pdf, part)).filter((part) => part !== undefined);
      if (kept.has(ref) || used.has(font)) this.#write(font, ref, all);
      else this.#remove(ref);
      for (const part of parts) if (part !== ref && !kept.has(part)) this.#remove(part);
    }
  }

  #write(font: PrintedFont, ref: PDFRef, all: readonly Parts[]): void {
    const { context } = this.#pdf;
    const own = partsOf(this.#pdf, ref);
    if (!own) return;
    const { program, order } = font;
    const scale = 1000 / program.unitsPerEm;
    const bytes = program.bytes(order);
    const stream = (content: Buffer, entries: Record<string, number> = {}) => {
      const deflated = deflateSync(content, { level });
      return PDFRawStream.of(
        context.obj({ Filter: 'FlateDecode', Length: deflated.length, ...entries }),
        deflated,
      );
    };
    const { dict, descendant, descriptor } = own;
    descriptor.set(PDFName.of('FontFile2'), context.register(stream(bytes, { Length1: bytes.length })));
    descriptor.set(
      PDFName.of('FontBBox'),
      context.obj(program.bounds(order).map((side) => Math.round(side * scale))),
    );
    for (const [key, furthest] of [
      ['Ascent', Math.max],
      ['Descent', Math.min],
    ] as const)
      descriptor.set(
        PDFName.of(key),
        PDFNumber.of(furthest(...all.map((part) => numberOf(part.descriptor.get(PDFName.of(key)))))),
      );
    const widths = order.map((code) => Math.round(font.widthOf(code) * 1000) / 1000);
    descendant.set(PDFName.of('W'), context.obj([0, widths]));
    dict.set(PDFName.of('ToUnicode'), context.register(stream(Buffer.from(writeMap(font), 'latin1'))));
    for (const old of [own.fileRef, own.mapRef]) if (old) context.delete(old);
  }

  #remove(ref: PDFRef): void {
    const { context } = this.#pdf;
    const parts = partsOf(this.#pdf, ref);
    for (const each of [parts?.fileRef, parts?.mapRef, parts?.descriptorRef, parts?.descendantRef, ref])
      if (each) context.delete(each);
  }
}

interface Parts {
  dict: PDFDict;
  descendant: PDFDict;
  descendantRef: PDFRef | undefined;
  descriptor: PDFDict;
  descriptorRef: PDFRef | undefined;
  file: PDFRawStream;
  fileRef: PDFRef | undefined;
  map: PDFRawStream;
  mapRef: PDFRef | undefined;
}

/** The objects of a composite font whose codes are the glyphs of an embedded TrueType font (ISO 32000-1, 9.7). */
function partsOf({ context }: PDFDocument, ref: PDFRef): Parts | undefined {
  const follow = (dict: PDFDict | undefined, key: string) => context.lookup(dict?.get(PDFName.of(key)));
  const refOf = (object: PDFObject | undefined) => (object instanceof PDFRef ? object : undefined);
  const dict = context.lookup(ref);
  if (!(dict instanceof PDFDict) || follow(dict, 'Encoding') !== PDFName.of('Identity-H')) return undefined;
  const descendants = follow(dict, 'DescendantFonts');
  const descendantRef = descendants instanceof PDFArray ? refOf(descendants.get(0)) : undefined;
  const descendant = descendants instanceof PDFArray ? context.lookup(descendants.get(0)) : undefined;
  if (!(descendant instanceof PDFDict) || follow(descendant, 'CIDToGIDMap') !== PDFName.of('Identity'))
    return undefined;
  const descriptor = follow(descendant, 'FontDescriptor');
  const map = follow(dict, 'ToUnicode');
  if (!(descriptor instanceof PDFDict) || !(map instanceof PDFRawStream)) return undefined;
  const file = follow(descriptor, 'FontFile2');
  if (!(file instanceof PDFRawStream)) return undefined;
  return {
    dict,
    descendant,
    descendantRef,
    descriptor,
    descriptorRef: refOf(descendant.get(PDFName.of('FontDescriptor'))),
    file,
    fileRef: refOf(descriptor.get(PDFName.of('FontFile2'))),
    map,
    mapRef: refOf(dict.get(PDFName.of('ToUnicode'))),
  };
}

function programOf(bytes: Uint8Array): FontProgram | undefined {
  try {
    return new FontProgram(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How hard streams are packed: half the time of the usual level, for 3 % more bytes. */
export const level = 4;

/** What a stream holds; none where it is packed in another way than Chromium packs. */
export function streamBytes(stream: PDFRawStream): Uint8Array | undefined {
  const filter = stream.dict.get(PDFName.of('Filter'));
  if (filter === undefined) return stream.contents;
  if (filter !== PDFName.of('FlateDecode') || stream.dict.has(PDFName.of('DecodeParms'))) return undefined;
  return inflateSync(stream.contents);
}

const numberOf = (object: PDFObject | undefined): number =>
  object instanceof PDFNumber ? object.asNumber() : 0;

/** The texts of a `ToUnicode` map (ISO 32000-1, 9.10.3). Chromium maps what it does not know to U+0000. */
function readMap(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  const add = (code: number, text: string) => {
    if (text !== '\0') texts.set(code, text);
  };
  for (const [, kind, block = ''] of map.matchAll(/beginbf(char|range)(.*?)endbf/gs)) {
    const tokens = block.match(/<[^>]*>|\[|\]/g) ?? [];
    for (let n = 0; n < tokens.length; ) {
      const first = codeOf(tokens[n++]);
      if (kind === 'char') {
        add(first, textOf(tokens[n++]));
        continue;
      }
      const last = codeOf(tokens[n++]);
      const listed = tokens[n] === '[';
      const start = listed ? '' : textOf(tokens[n]);
      for (let code = first; code <= last; code++)
        add(
          code,
          listed
            ? textOf(tokens[++n])
            : start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first),
        );
      n += listed ? 2 : 1;
    }
  }
  return texts;
}

const codeOf = (token = '<>'): number => Number.parseInt(token.slice(1, -1), 16);

const textOf = (token = '<>'): string => Buffer.from(token.slice(1, -1), 'hex').swap16().toString('utf16le');

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');

function writeMap(font: PrintedFont): string {
  const lines = font.order
    .filter((code) => font.textOf(code) !== '')
    .map(
      (code) =>
        `<${hex(font.numberOf(code))}> <${Buffer.from(font.textOf(code), 'utf16le').swap16().toString('hex')}>`,
    );
  let blocks = '';
  // A block may hold a hundred entries.
  for (let n = 0; n < lines.length; n += 100) {
    const block = lines.slice(n, n + 100);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
