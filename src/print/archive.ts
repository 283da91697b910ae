import { PDFArray, PDFDict, type PDFDocument, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { fontProblems } from './font-problems.ts';
import { nameOf as name } from './names.ts';

/**
 * Why a document may not call itself archival, PDF/A-3 of level A (ISO 19005-3),
 * as far as a program can tell from what is in it: filters (6.1.7), names
 * (6.1.13), devices and pictures (6.2.8, 6.2.9), fonts (6.2.11), annotations
 * (6.3), actions (6.5). What Sala itself puts in, from the header to the
 * metadata, is as the standard wants it, and tested.
 */
export function archivalObstacles(pdf: PDFDocument): string[] {
  const obstacles = new Set<string>();
  if (pdf.context.trailerInfo.Encrypt) obstacles.add('It is encrypted.');
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict) look(dict, obstacles);
  }
  return [...obstacles];
}

const allowedActions = new Set(['URI', 'GoTo', 'Named']);
const printed = 4;
/** Hidden, invisible, not to be viewed, and toggled so. */
const unseen = 1 | 2 | 32 | 256;

function look(dict: PDFDict, obstacles: Set<string>): void {
  const is = (key: string, value: string) => dict.get(name(key)) === name(value);
  const filters = dict.get(name('Filter'));
  for (const filter of filters instanceof PDFArray ? filters.asArray() : [filters])
    if (filter === name('LZWDecode') || filter === name('Crypt')) obstacles.add(`It uses ${filter}.`);
  for (const key of dict.keys())
    if (key.asString().length > 128) obstacles.add('It has a name that is too long.');
  if (dict.has(name('AA')) || dict.has(name('JS'))) obstacles.add('It runs something.');
  if (is('Subtype', 'Image') && String(dict.get(name('Interpolate'))) === 'true')
    obstacles.add('A picture is to be interpolated.');
  if (is('Subtype', 'PS') || dict.has(name('OPI')) || dict.has(name('Ref')) || dict.has(name('Alternates')))
    obstacles.add('It draws what is not in it.');
  if (dict.has(name('TR')) || dict.has(name('HTP'))) obstacles.add('It speaks to a device.');
  for (const problem of fontProblems(dict)) obstacles.add(problem);
  if (is('Type', 'Annot')) {
    const flags = dict.get(name('F'));
    const own = flags instanceof PDFNumber ? flags.asNumber() : 0;
    if (!is('Subtype', 'Link')) obstacles.add('It has annotations that are no links.');
    if ((own & printed) === 0 || (own & unseen) !== 0) obstacles.add('A link is not printed.');
    const kind = dict.lookupMaybe(name('A'), PDFDict)?.get(name('S'));
    if (kind && !allowedActions.has(String(kind).slice(1)))
      obstacles.add('A link does more than lead somewhere.');
  }
}
