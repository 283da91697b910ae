import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';
import { writePdf } from './write-pdf.ts';

/** All objects of a document, as text, and what streams hold. */
const objectsOf = ({ context }: PDFDocument): string[] =>
  context
    .enumerateIndirectObjects()
    .map(([ref, object]) =>
      object instanceof PDFRawStream
        ? `${ref} ${object.dict} ${Buffer.from(object.getContents()).toString('hex')}`
        : `${ref} ${object}`,
    )
    .filter((text) => !/\/(XRef|ObjStm)/.test(text));

let pdf: PDFDocument;
let bytes: Uint8Array;
beforeAll(async () => {
  pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([200, 100]);
  pdf.setTitle('ຄົວເຮືອນ');
  const { context } = pdf;
  const stream = context.register(context.flateStream('0 0 100 50 re f % endobj', { Extra: true }));
  const odd = [-0.5, 12, 3.25, null, false, stream, PDFHexString.of('FEFF0E81'), PDFString.of('a\\)(b)\\\\')];
  context.register(context.obj({ 'A#1 name': odd, Nothing: {}, None: [] }));
  for (let n = 0; n < 450; n += 1) context.register(context.obj({ Number: n }));
  bytes = writePdf(pdf);
});

test('a written document holds what it held, as pdf-lib reads it', async () => {
  const again = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(objectsOf(again)).toEqual(objectsOf(pdf));
  expect([again.getTitle(), again.getPageCount()]).toEqual(['ຄົວເຮືອນ', 1]);
});

test('documents are read as pdf-lib reads them, packed or not', async () => {
  for (const useObjectStreams of [true, false]) {
    const saved = await pdf.save({ useObjectStreams });
    const again = await readPdf(saved);
    expect(objectsOf(again)).toEqual(objectsOf(pdf));
    expect(again.getPage(0).getSize()).toEqual({ width: 200, height: 100 });
  }
  expect(objectsOf(await readPdf(bytes))).toEqual(objectsOf(pdf));
});

test('the cross-reference stream says where each object is', () => {
  const file = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const [head = ''] = file.slice(start).split('stream\n', 1);
  const from = start + head.length + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const rows = inflateSync(bytes.subarray(from, from + length));
  const kinds = new Set<number>();
  for (let number = 0; number * 7 < rows.length; number += 1) {
    const kind = rows.readUInt8(number * 7);
    kinds.add(kind);
    const place = rows.readUInt32BE(number * 7 + 1);
    if (kind === 1) expect(file.startsWith(`${number} 0 obj\n`, place)).toBe(true);
    if (kind === 2) expect(file).toMatch(new RegExp(`\\n${place} 0 obj\n<<\n/Type /ObjStm`));
  }
  expect(kinds).toEqual(new Set([0, 1, 2]));
});

test('what is broken is not read', async () => {
  await expect(readPdf(bytes.subarray(0, 400))).rejects.toThrow(/at byte|no catalog/);
  await expect(readPdf(Buffer.from('%PDF-1.7\n1 0 obj\n<</Type [>>\nendobj\n'))).rejects.toThrow(/at byte/);
});
