import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { blank, kinds, regular } from './byte-kinds.ts';
import { nameOf } from './names.ts';

const codeOf = (character: string): number => character.charCodeAt(0);
const [slash, less, greater, opening, closing, bracket, endBracket, percent, backslash, newline] = [
  ...'/<>()[]%\\\n',
].map(codeOf) as [number, number, number, number, number, number, number, number, number, number];
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * Reads a whole document, as a browser or `writePdf()` wrote it: in one go, from
 * its beginning to its end, without the patience for broken files that
 * pdf-lib's own reader has, and in a third of its time. Throws an error where
 * the document is not as the standard has it (ISO 32000-1, 7.2 to 7.5), or is
 * encrypted.
 */
export async function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = pdf;
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  const trailer = new Reader(bytes, context).document();
  const root = trailer?.get(nameOf('Root'));
  const found = context.lookup(root);
  if (!trailer || !(root instanceof PDFRef) || !(found instanceof PDFDict))
    throw new Error('A document has no catalog.');
  if (trailer.has(nameOf('Encrypt'))) throw new Error('A document is encrypted.');
  // A document of pdf-lib keeps the catalog that it was made with.
  for (const [key, value] of found.entries()) catalog.set(key, value);
  context.assign(root, catalog);
  const info = trailer.get(nameOf('Info'));
  context.trailerInfo = { Root: root, ...(info ? { Info: info } : {}) };
  return pdf;
}

/** Goes through the bytes of a document, or of an object stream, from one object to the next. */
class Reader {
  readonly #source: Buffer;
  readonly #context: PDFContext;
  readonly #refs: PDFRef[] = [];
  #at = 0;

  constructor(bytes: Uint8Array, context: PDFContext) {
    this.#source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#context = context;
  }

  /** Reads all objects into the context, and gives the trailer. */
  document(): PDFDict | undefined {
    let trailer: PDFDict | undefined;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#source.length) return trailer;
      if (isDigit(this.#source[this.#at])) {
        const object = this.#indirectObject();
        if (object instanceof PDFRawStream && object.dict.get(nameOf('Type')) === nameOf('XRef'))
          trailer = object.dict;
        continue;
      }
      const word = this.#word();
      if (word === 'xref') this.#at = this.#indexOf('trailer');
      else if (word === 'trailer') trailer = this.#dictionary();
      else if (word === 'startxref') {
        this.#skipBlank();
        this.#word();
      } else this.#fail();
    }
  }

  #indirectObject(): PDFObject {
    const ref = this.#refOf(Number(this.#word()));
    this.#skipBlank();
    if (this.#word() !== '0') this.#fail();
    this.#expect('obj');
    let object = this.#object();
    if (object instanceof PDFDict && this.#isNext('stream')) {
      object = this.#stream(object);
      const type = (object as PDFRawStream).dict.get(nameOf('Type'));
      if (type === nameOf('ObjStm')) this.#objectStream(object as PDFRawStream);
      else if (type !== nameOf('XRef')) this.#context.assign(ref, object);
    } else this.#context.assign(ref, object);
    this.#expect('endobj');
    return object;
  }

  #stream(dict: PDFDict): PDFRawStream {
    this.#at = this.#source.indexOf(newline, this.#at) + 1;
    const length = dict.get(nameOf('Length'));
    if (!(length instanceof PDFNumber)) this.#fail();
    const start = this.#at;
    this.#at += length.asNumber();
    const contents = this.#source.subarray(start, this.#at);
    this.#expect('endstream');
    return PDFRawStream.of(dict, contents);
  }

  /** Objects that are packed together (ISO 32000-1, 7.5.7). */
  #objectStream({ dict, contents }: PDFRawStream): void {
    const reader = new Reader(inflateSync(contents), this.#context);
    const [count, first] = ['N', 'First'].map((key) => dict.lookup(nameOf(key), PDFNumber).asNumber()) as [
      number,
      number,
    ];
    const numbers: [number: number, place: number][] = [];
    for (let n = 0; n < count; n += 1) numbers.push([reader.#number(), reader.#number()]);
    for (const [number, place] of numbers) {
      reader.#at = first + place;
      this.#context.assign(this.#refOf(number), reader.#object());
    }
  }

  #object(): PDFObject {
    this.#skipBlank();
    const byte = this.#source[this.#at] as number;
    if (byte === slash) return this.#name();
    if (byte === less)
      return this.#source[this.#at + 1] === less ? this.#dictionary() : this.#hexadecimalString();
    if (byte === bracket) return this.#array();
    if (byte === opening) return this.#string();
    if (isDigit(byte)) return this.#reference() ?? PDFNumber.of(this.#number());
    const word = this.#word();
    if (word === 'true') return PDFBool.True;
    if (word === 'false') return PDFBool.False;
    if (word === 'null') return PDFNull;
    const number = Number(word);
    if (word === '' || Number.isNaN(number)) this.#fail();
    return PDFNumber.of(number);
  }

  #dictionary(): PDFDict {
    this.#expect('<<');
    const entries = new Map<PDFName, PDFObject>();
    for (;;) {
      this.#skipBlank();
      if (this.#source[this.#at] === greater) break;
      if (this.#source[this.#at] !== slash) this.#fail();
      entries.set(this.#name(), this.#object());
    }
    this.#expect('>>');
    const type = entries.get(nameOf('Type'));
    if (type === nameOf('Pages')) return PDFPageTree.fromMapWithContext(entries, this.#context);
    if (type === nameOf('Page')) return PDFPageLeaf.fromMapWithContext(entries, this.#context);
    return PDFDict.fromMapWithContext(entries, this.#context);
  }

  #array(): PDFArray {
    const array = PDFArray.withContext(this.#context);
    this.#at += 1;
    for (;;) {
      this.#skipBlank();
      if (this.#source[this.#at] === endBracket) break;
      array.push(this.#object());
    }
    this.#at += 1;
    return array;
  }

  #name(): PDFName {
    this.#at += 1;
    return nameOf(this.#word());
  }

  #hexadecimalString(): PDFHexString {
    const start = this.#at + 1;
    this.#at = this.#indexOf('>') + 1;
    return PDFHexString.of(this.#source.toString('latin1', start, this.#at - 1));
  }

  #string(): PDFString {
    const start = this.#at + 1;
    let depth = 0;
    do {
      const byte = this.#source[this.#at];
      if (byte === undefined) this.#fail();
      if (byte === backslash) this.#at += 1;
      else if (byte === opening) depth += 1;
      else if (byte === closing) depth -= 1;
      this.#at += 1;
    } while (depth > 0);
    return PDFString.of(this.#source.toString('latin1', start, this.#at - 1));
  }

  /** A reference, if one is next: two whole numbers and an R. */
  #reference(): PDFRef | undefined {
    const source = this.#source;
    let at = this.#at;
    let number = 0;
    for (; isDigit(source[at]); at += 1) number = number * 10 + (source[at] as number) - 0x30;
    if (source[at] !== 0x20 || source[at + 1] !== 0x30 || source[at + 2] !== 0x20 || source[at + 3] !== 0x52)
      return undefined;
    this.#at = at + 4;
    return this.#refOf(number);
  }

  #number(): number {
    this.#skipBlank();
    const number = Number(this.#word());
    return Number.isNaN(number) ? this.#fail() : number;
  }

  #refOf(number: number): PDFRef {
    this.#refs[number] ??= PDFRef.of(number);
    return this.#refs[number];
  }

  /** The regular characters that come next. */
  #word(): string {
    const start = this.#at;
    while (this.#at < this.#source.length && kinds[this.#source[this.#at] as number] === regular)
      this.#at += 1;
    return this.#source.toString('latin1', start, this.#at);
  }

  #skipBlank(): void {
    for (; this.#at < this.#source.length; this.#at += 1) {
      const byte = this.#source[this.#at] as number;
      if (byte === percent) {
        const end = this.#source.indexOf(newline, this.#at);
        this.#at = end < 0 ? this.#source.length : end;
      } else if (kinds[byte] !== blank) return;
    }
  }

  #isNext(word: string): boolean {
    this.#skipBlank();
    for (let n = 0; n < word.length; n += 1)
      if (this.#source[this.#at + n] !== word.charCodeAt(n)) return false;
    return true;
  }

  #expect(word: string): void {
    if (!this.#isNext(word)) this.#fail();
    this.#at += word.length;
  }

  #indexOf(text: string): number {
    const place = this.#source.indexOf(text, this.#at, 'latin1');
    return place < 0 ? this.#fail() : place;
  }

  #fail(): never {
    throw new Error(`A document is not as it should be at byte ${this.#at}.`);
  }
}
