import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Attachment, attachFile } from './attachments.ts';

// What is held here of PDF/A-3 (ISO 19005-3, 6.8): the type of each file inside, its two names, its relationship
// to the document, and its place among the document's associated files.

const file = (name: string): Attachment => ({
  name,
  mediaType: name.endsWith('.csv') ? 'text/csv' : 'application/json',
  bytes: Buffer.from(`place,value\r\nLAO,28.7\r\n${name}`),
  description: 'ຮູບ 1: ແຖວຂໍ້ມູນ (CSV)',
  relationship: name.endsWith('.csv') ? 'Data' : 'Source',
  date: '2026-11-24',
});

async function made(names: readonly string[]): Promise<{ bytes: Uint8Array; catalog: PDFDict }> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([595, 842]);
  for (const name of names) attachFile(pdf, file(name));
  const bytes = await pdf.save({ updateFieldAppearances: false });
  return { bytes, catalog: (await PDFDocument.load(bytes, { updateMetadata: false })).catalog };
}

const at = (dict: PDFDict, ...path: string[]): PDFDict =>
  path.reduce((inner, key) => inner.lookup(PDFName.of(key), PDFDict), dict);
const text = (dict: PDFDict, key: string): string => dict.lookup(PDFName.of(key), PDFHexString).decodeText();

test('lists files by their names in order, and ties each to the document', async () => {
  const { catalog } = await made(['payers.vl.json', 'ageing.csv', 'payers.csv']);
  const names = at(catalog, 'Names', 'EmbeddedFiles').lookup(PDFName.of('Names'), PDFArray);
  const listed = [0, 2, 4].map((n) => names.lookup(n, PDFHexString).decodeText());
  expect(listed).toEqual(['ageing.csv', 'payers.csv', 'payers.vl.json']);
  expect([1, 3, 5].map((n) => text(names.lookup(n, PDFDict), 'UF'))).toEqual(listed);
  const tied = catalog.lookup(PDFName.of('AF'), PDFArray);
  expect(tied.asArray().map(String).sort()).toEqual([1, 3, 5].map((n) => String(names.get(n))).sort());
});

test('holds each file whole, with what it is', async () => {
  const { catalog } = await made(['payers.csv']);
  const specification = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
  const { name, bytes, description } = file('payers.csv');
  expect([text(specification, 'F'), text(specification, 'UF'), text(specification, 'Desc')]).toEqual([
    name,
    name,
    description,
  ]);
  expect(specification.get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Data'));
  const stream = at(specification, 'EF').lookup(PDFName.of('F'), PDFStream) as PDFRawStream;
  expect(inflateSync(stream.getContents())).toEqual(bytes);
  expect(String(stream.dict.get(PDFName.of('Subtype')))).toBe('/text#2Fcsv');
  const parameters = at(stream.dict, 'Params');
  expect(String(parameters.get(PDFName.of('Size')))).toBe(String(bytes.length));
  expect(String(parameters.get(PDFName.of('ModDate')))).toBe('(D:20261124)');
  expect(parameters.lookup(PDFName.of('CheckSum'), PDFHexString).asString()).toBe(
    createHash('md5').update(bytes).digest('hex'),
  );
});

test('gives the same bytes for the same files', async () => {
  const [one, two] = await Promise.all([made(['a.csv', 'b.csv']), made(['a.csv', 'b.csv'])]);
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
});
