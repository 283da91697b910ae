import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { CalendarDate } from '../i18n/index.ts';
import { pdfDay } from './metadata.ts';

/** A file inside a document. */
export interface Attachment {
  /** Its name, with its ending; one file of each name. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What it is, in the document's language. */
  description: string;
  /** What it is to the document: what a picture of it was drawn from, or its source. */
  relationship: 'Data' | 'Source';
  date: CalendarDate;
}

/**
 * Puts a file into a document, listed by its name and tied to the document as
 * a whole: an associated file of PDF/A-3 (ISO 19005-3, 6.8 and Annex E), which
 * is an embedded file of PDF (ISO 32000-1, 7.11.4). The same file gives the
 * same bytes.
 */
export function attachFile(pdf: PDFDocument, file: Attachment): void {
  const { context, catalog } = pdf;
  const { name, mediaType, bytes, description, relationship, date } = file;
  const embedded = context.stream(deflateSync(bytes), {
    Type: 'EmbeddedFile',
    Subtype: PDFName.of(mediaType),
    Filter: 'FlateDecode',
    Params: {
      Size: bytes.length,
      ModDate: pdfDay(date),
      CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
    },
  });
  const stream = context.register(embedded);
  const label = PDFHexString.fromText(name);
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: label,
      UF: label,
      EF: { F: stream, UF: stream },
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
    }),
  );

  const names = dictIn(dictIn(catalog, 'Names'), 'EmbeddedFiles');
  const listed = arrayIn(names, 'Names');
  // Readers of a name tree look for a name by halves (ISO 32000-1, 7.9.6).
  let at = 0;
  while (at < listed.size() && textOf(listed, at) < name) at += 2;
  listed.insert(at, label);
  listed.insert(at + 1, specification);
  arrayIn(catalog, 'AF').push(specification);
}

/** The dictionary under a key, made where there is none. */
function dictIn(dict: PDFDict, key: string): PDFDict {
  const found = dict.lookupMaybe(PDFName.of(key), PDFDict) ?? dict.context.obj({});
  if (!dict.has(PDFName.of(key))) dict.set(PDFName.of(key), found);
  return found;
}

function arrayIn(dict: PDFDict, key: string): PDFArray {
  const found = dict.lookupMaybe(PDFName.of(key), PDFArray) ?? dict.context.obj([]);
  if (!dict.has(PDFName.of(key))) dict.set(PDFName.of(key), found);
  return found;
}

const textOf = (names: PDFArray, index: number): string =>
  names.lookup(index, PDFString, PDFHexString).decodeText();
