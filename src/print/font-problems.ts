import { PDFDict } from '@cantoo/pdf-lib';
import { nameOf } from './names.ts';

const programs = ['FontFile', 'FontFile2', 'FontFile3'].map(nameOf);

/**
 * Why an object is a font that must not be in a document: it is drawn as
 * pictures (Type 3), does not say which characters it shows, or is not
 * embedded. Nothing for other objects.
 */
export function fontProblems(dict: PDFDict): string[] {
  if (dict.get(nameOf('Type')) !== nameOf('Font')) return [];
  const kind = dict.get(nameOf('Subtype'));
  const name = String(dict.get(nameOf('BaseFont')) ?? '/without a name').slice(1);
  const problems: string[] = [];
  if (kind === nameOf('Type3')) problems.push(`The font ${name} is of Type 3.`);
  if (kind === nameOf('Type0') && !dict.has(nameOf('ToUnicode')))
    problems.push(`The font ${name} does not say which characters it shows.`);
  const descriptor = dict.lookupMaybe(nameOf('FontDescriptor'), PDFDict);
  const embedded =
    kind === nameOf('CIDFontType2')
      ? descriptor?.has(nameOf('FontFile2'))
      : !descriptor || programs.some((key) => descriptor.has(key));
  if (!embedded) problems.push(`The font ${name} is not embedded.`);
  return problems;
}
