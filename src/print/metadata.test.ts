import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { type DocumentRecord, setMetadata } from './metadata.ts';

// What is held here of PDF/A-3 (ISO 19005-3): the header (6.1.2), the file identifier (6.1.3), the output intent
// and its profile (6.2.3), the metadata, its packet, and the schema of what XMP does not know (6.6.2), the
// identification (6.6.4), the language (6.7.4). Fonts are held in verify.ts, files inside in attachments.test.ts.

const record: DocumentRecord = {
  title: 'ຄົວເຮືອນ & <ລັດ> “ຈ່າຍ”',
  authors: ['Sala', 'Ministry of Health & Others'],
  publisher: 'Sala',
  language: 'lo',
  date: '2026-11-24',
  description: 'ສະຫຼຸບ: 28,7% < 40%',
  keywords: ['ສຸຂະພາບ', 'ກຳປູເຈຍ'],
  rights: 'Text: CC-BY-4.0',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  identifier: 'https://sala.example/lo/briefs/payers/',
  archival: 'A',
};

/** A document as a browser prints it, with the time of day in it, and then with a record. */
async function made(more: Partial<DocumentRecord> = {}, content = 'q Q'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setCreationDate(new Date());
  pdf.setProducer('Browser');
  const page = pdf.addPage([595, 842]);
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(content)));
  setMetadata(pdf, { ...record, ...more });
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

const open = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });
const streamIn = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key), PDFStream) as PDFRawStream;
const packetOf = ({ catalog }: PDFDocument): string =>
  Buffer.from(streamIn(catalog, 'Metadata').getContents()).toString('utf8');

/** The texts of a property of a packet, one by one where it is a list. */
function property(packet: string, name: string): string[] {
  const inner = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(packet)?.[1] ?? '';
  const items = [...inner.matchAll(/<rdf:li[^>]*>([^<]*)<\/rdf:li>/g)].map(([, item = '']) => item);
  return (items.length > 0 ? items : [inner]).map((item) =>
    item.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

let bytes: Uint8Array;
let pdf: PDFDocument;
let packet: string;
beforeAll(async () => {
  bytes = await made();
  pdf = await open(bytes);
  packet = packetOf(pdf);
});

test('says the same to the letter as document information and as XMP', () => {
  expect(pdf.getTitle()).toBe(record.title);
  expect(property(packet, 'dc:title')).toEqual([record.title, record.title]);
  expect(packet).toContain('<rdf:li xml:lang="x-default">');
  expect(packet).toContain('<rdf:li xml:lang="lo">');
  expect(property(packet, 'dc:creator').join('; ')).toBe(pdf.getAuthor());
  expect(property(packet, 'dc:description')[0]).toBe(pdf.getSubject());
  expect(property(packet, 'pdf:Keywords')).toEqual([pdf.getKeywords()]);
  expect(property(packet, 'xmp:CreatorTool')).toEqual([pdf.getCreator()]);
  expect(property(packet, 'pdf:Producer')).toEqual([pdf.getProducer()]);
  expect(pdf.getProducer()).toBe('Sala');
  for (const name of ['xmp:CreateDate', 'xmp:ModifyDate'])
    expect(property(packet, name)).toEqual([record.date]);
  expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-24T00:00:00.000Z');
});

test('names publisher, subjects, language, rights and the permanent address', () => {
  const found = ['dc:publisher', 'dc:subject', 'dc:language', 'dc:date', 'dc:identifier'].map((name) =>
    property(packet, name),
  );
  expect(found).toEqual([['Sala'], record.keywords, ['lo'], [record.date], [record.identifier]]);
  expect(property(packet, 'dc:rights')[0]).toBe(record.rights);
  expect(property(packet, 'xmpRights:Marked')).toEqual(['True']);
  expect(property(packet, 'xmpRights:WebStatement')).toEqual([record.licence]);
});

test('leaves out what there is nothing to say about', async () => {
  const bare = packetOf(await open(await made({ licence: undefined, keywords: [] })));
  expect(bare).not.toMatch(/WebStatement|Keywords|dc:subject/);
});

test('claims PDF/UA, and PDF/A with the schema that it asks for only where it is to', async () => {
  expect(property(packet, 'pdfuaid:part')).toEqual(['1']);
  expect(property(packet, 'pdfaid:part')).toEqual(['3']);
  expect(property(packet, 'pdfaid:conformance')).toEqual(['A']);
  expect(property(packet, 'pdfaSchema:namespaceURI')).toEqual(['http://www.aiim.org/pdfua/ns/id/']);
  expect(property(packet, 'pdfaProperty:name')).toEqual(['part']);
  const { archival: _, ...others } = record;
  const plain = await PDFDocument.create();
  setMetadata(plain, others);
  expect(packetOf(plain)).not.toMatch(/<pdfaid|<pdfaExtension/);
});

test('has a packet that can be found and changed in place by programs that know no PDF', () => {
  const raw = Buffer.from(bytes).toString('utf8');
  expect(raw).toContain('<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>');
  expect(raw).toMatch(/<\/x:xmpmeta>\s{2000,4100}<\?xpacket end="w"\?>/);
  const { dict } = streamIn(pdf.catalog, 'Metadata');
  expect([dict.get(PDFName.of('Subtype')), dict.has(PDFName.of('Filter'))]).toEqual([
    PDFName.of('XML'),
    false,
  ]);
});

test('is a PDF 1.7 in its language that shows its title', () => {
  expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
  expect(bytes[9]).toBe('%'.charCodeAt(0));
  for (const byte of bytes.subarray(10, 14)) expect(byte).toBeGreaterThan(127);
  expect(String(pdf.catalog.get(PDFName.of('Lang')))).toBe('(lo)');
  expect(String(pdf.catalog.lookup(PDFName.of('ViewerPreferences')))).toContain('/DisplayDocTitle true');
});

test('says that its colours are sRGB', () => {
  const intent = pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
  expect(intent.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'));
  const stream = streamIn(intent, 'DestOutputProfile');
  expect(String(stream.dict.get(PDFName.of('N')))).toBe('3');
  const profile = inflateSync(stream.getContents());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, n) => 132 + n * 12).map((at) => ({
    name: profile.toString('latin1', at, at + 4),
    from: profile.readUInt32BE(at + 4),
    to: profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8),
  }));
  for (const { from, to } of tags) expect([from % 4, to <= profile.length]).toEqual([0, true]);
  // Red, green and blue together are the white of the profile's space, D50.
  const sum = [8, 12, 16].map((offset) =>
    tags
      .filter(({ name }) => /^[rgb]XYZ$/.test(name))
      .reduce((total, { from }) => total + profile.readInt32BE(from + offset) / 65536, 0),
  );
  [0.9642, 1, 0.8249].forEach((white, n) => {
    expect(sum[n]).toBeCloseTo(white, 2);
  });
});

test('gives the same bytes again, without the time of day, and an identifier of what it holds', async () => {
  expect(Buffer.compare(bytes, await made())).toBe(0);
  const identifiers = await Promise.all(
    [bytes, await made({}, 'q 0 0 1 1 re Q'), await made({ title: 'Another' })].map(async (each) =>
      String((await open(each)).context.trailerInfo.ID),
    ),
  );
  for (const identifier of identifiers) expect(identifier).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/i);
  expect(new Set(identifiers).size).toBe(3);
});
