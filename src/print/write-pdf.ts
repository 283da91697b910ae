import { deflateSync } from 'node:zlib';
import { type PDFDocument, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** Readers unpack a whole object stream for one object of it. */
const objectsPerStream = 200;

/**
 * A document as a file of PDF 1.7, with all objects that are no streams packed
 * into object streams, and a cross-reference stream (ISO 32000-1, 7.5). The same
 * document gives the same bytes. pdf-lib's own writer packs in JavaScript,
 * which takes three times as long.
 */
export function writePdf({ context }: PDFDocument): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  // The second line says to other programs that the file is no text.
  put(Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1'));

  /** Kind, place and index of each object, by its number (ISO 32000-1, 7.5.8.3). */
  const places: [kind: number, place: number, index: number][] = [];
  const putStream = (number: number, dict: PDFObject, contents: Uint8Array): void => {
    places[number] = [1, length, 0];
    put(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'));
    put(Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength));
    put(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  };
  const putPacked = (number: number, entries: Record<string, unknown>, contents: Buffer): void => {
    const packed = deflateSync(contents);
    putStream(
      number,
      context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length } as Parameters<
        typeof context.obj
      >[0]),
      packed,
    );
  };

  const others: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) {
      others.push([ref, object]);
      continue;
    }
    object.updateDict();
    putStream(ref.objectNumber, object.dict, object.getContents());
  }
  let next = context.largestObjectNumber + 1;
  for (let start = 0; start < others.length; start += objectsPerStream) {
    const number = next++;
    let head = '';
    let body = '';
    for (const [index, [ref, object]] of others.slice(start, start + objectsPerStream).entries()) {
      head += `${ref.objectNumber} ${body.length} `;
      body += `${object}\n`;
      places[ref.objectNumber] = [2, number, index];
    }
    const count = Math.min(objectsPerStream, others.length - start);
    putPacked(number, { Type: 'ObjStm', N: count, First: head.length }, Buffer.from(head + body, 'latin1'));
  }

  const start = length;
  places[next] = [1, start, 0];
  const rows = Buffer.alloc((next + 1) * 7);
  for (const [number, [kind, place, index] = [0, 0, 0]] of places.entries()) {
    rows.writeUInt8(kind, number * 7);
    rows.writeUInt32BE(place, number * 7 + 1);
    rows.writeUInt16BE(index, number * 7 + 5);
  }
  const { Root, Info, ID } = context.trailerInfo;
  putPacked(next, { Type: 'XRef', Size: next + 1, W: [1, 4, 2], Root, Info, ID }, rows);
  put(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
