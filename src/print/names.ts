import { PDFName } from '@cantoo/pdf-lib';

const known = new Map<string, PDFName>();

/** A name, for loops over all objects of a document: pdf-lib looks for escapes in a name each time it is asked for. */
export function nameOf(text: string): PDFName {
  let name = known.get(text);
  if (!name) {
    name = PDFName.of(text);
    known.set(text, name);
  }
  return name;
}
