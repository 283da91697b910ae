import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { CalendarDate } from '../i18n/index.ts';
import { srgbProfile } from './colour-profile.ts';

/** What a document says of itself. */
export interface DocumentRecord {
  title: string;
  /** In the order in which they are to be named; at least one. */
  authors: readonly string[];
  publisher: string;
  /** A BCP 47 tag. */
  language: string;
  /** The day of issue, which also stands for the day on which the document was made. */
  date: CalendarDate;
  /** A summary. */
  description: string;
  keywords: readonly string[];
  /** Who may do what with it. */
  rights: string;
  /** The page of the licence. */
  licence: string | undefined;
  /** Where the page stands for good. */
  identifier: string;
  /** The level of PDF/A-3 that the document claims, if any: with tags (A), with Unicode text (U), or as it looks (B). */
  archival?: 'A' | 'B' | 'U';
}

const producer = 'Sala';

/**
 * Writes what a document says of itself, once as document information and once
 * as XMP, the same to the letter, with all that PDF/UA-1 (ISO 14289-1, 7.1)
 * and PDF/A-3 (ISO 19005-3) ask of the document as a whole: the packet
 * uncompressed and padded, with the schema of its properties that XMP does not
 * know (6.6.2), the colour space that its colours are in (6.2.3), a file
 * identifier and the header of PDF 1.7 (6.1.2, 6.1.3). To be called last: the
 * identifier is a digest of what the document holds by then. Nothing depends
 * on the clock.
 *
 * Properties and the forms of their values: XMP (ISO 16684-1, 8), and for the
 * padding 7.3.
 */
export function setMetadata(pdf: PDFDocument, record: DocumentRecord): void {
  const { context, catalog } = pdf;
  context.header = PDFHeader.forVersion(1, 7);
  // What the printer said of the document, with the time of day.
  if (context.trailerInfo.Info instanceof PDFRef) context.delete(context.trailerInfo.Info);

  const { title, authors, language, date, description, keywords } = record;
  const day = pdfDay(date);
  const info = {
    Title: title,
    Author: together(authors),
    Subject: description,
    Keywords: together(keywords),
    Creator: producer,
    Producer: producer,
  };
  context.trailerInfo.Info = context.register(
    context.obj({
      ...Object.fromEntries(
        Object.entries(info).flatMap(([key, text]) =>
          text === '' ? [] : [[key, PDFHexString.fromText(text)]],
        ),
      ),
      CreationDate: day,
      ModDate: day,
    }),
  );

  const packet = Buffer.from(xmpPacket(record), 'utf8');
  const metadata = context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' }));
  catalog.set(PDFName.of('Metadata'), metadata);
  catalog.set(PDFName.of('Lang'), PDFString.of(language));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));

  profile ??= deflateSync(srgbProfile());
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(context.stream(profile, { N: 3, Filter: 'FlateDecode' })),
  };
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));

  const identifier = PDFHexString.of(digestOf(pdf));
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}

/** A day as PDF writes it (ISO 32000-1, 7.9.4). */
export const pdfDay = (date: CalendarDate): PDFString => PDFString.of(`D:${date.replaceAll('-', '')}`);

let profile: Buffer | undefined;

/** Several names as the one text that document information has room for. */
const together = (texts: readonly string[]): string => texts.join('; ');

/** A digest of all streams of a document: pages, fonts, pictures, files inside, and what it says of itself. */
function digestOf({ context }: PDFDocument): string {
  const hash = createHash('sha256');
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFStream) hash.update(object.getContents());
  return hash.digest('hex').slice(0, 32);
}

/** The XMP packet. Space is left for programs that change it in place. */
export function xmpPacket(record: DocumentRecord): string {
  const { title, authors, publisher, language, date, description, keywords } = record;
  const { rights, licence = '', identifier, archival } = record;
  const properties = [
    text('dc:format', 'application/pdf'),
    alternatives('dc:title', title, language),
    list('dc:creator', 'Seq', authors),
    list('dc:publisher', 'Bag', [publisher]),
    alternatives('dc:description', description, language),
    list('dc:subject', 'Bag', keywords),
    list('dc:language', 'Bag', [language]),
    list('dc:date', 'Seq', [date]),
    text('dc:identifier', identifier),
    alternatives('dc:rights', rights, language),
    text('xmpRights:Marked', 'True'),
    text('xmpRights:WebStatement', licence),
    text('pdf:Producer', producer),
    text('pdf:Keywords', together(keywords)),
    text('xmp:CreatorTool', producer),
    text('xmp:CreateDate', date),
    text('xmp:ModifyDate', date),
    text('xmp:MetadataDate', date),
    text('pdfuaid:part', '1'),
    ...(archival
      ? [text('pdfaid:part', '3'), text('pdfaid:conformance', archival), accessibilitySchema]
      : []),
  ];
  const spaces = Object.entries(namespaces).map(([prefix, name]) => `xmlns:${prefix}="${name}"`);
  return [
    '<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${spaces.join(' ')}>`,
    ...properties.filter((property) => property !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    ...padding,
    '<?xpacket end="w"?>',
  ].join('\n');
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

/** Two kilobytes of spaces, in lines. */
const padding = Array.from({ length: 20 }, () => ' '.repeat(100));

/** PDF/A has each property described that stands in none of the schemas of XMP (ISO 19005-3, 6.6.2.3). */
const accessibilitySchema = [
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespaces.pdfuaid}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>The part of ISO 14289 that the document conforms to</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('\n');

const text = (name: string, value: string): string =>
  value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;

const list = (name: string, kind: 'Bag' | 'Seq', values: readonly string[]): string =>
  values.length === 0
    ? ''
    : `<${name}><rdf:${kind}>${values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`;

/** A text for readers of any language, and for those of its own. */
const alternatives = (name: string, value: string, language: string): string =>
  value === ''
    ? ''
    : `<${name}><rdf:Alt>${['x-default', language].map((each) => `<rdf:li xml:lang="${each}">${escaped(value)}</rdf:li>`).join('')}</rdf:Alt></${name}>`;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
