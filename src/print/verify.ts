import { PDFArray, PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { fidelity } from './fidelity.ts';
import { fontProblems } from './font-problems.ts';
import { nameOf } from './names.ts';
import { readPdf } from './read-pdf.ts';

/** What a document must be. */
export interface Expected {
  title: string;
  language: string;
  /** The texts of the page that it was printed from. */
  texts: readonly string[];
  /** Names of the files inside. */
  attachments: readonly string[];
}

/** The least share of a page's words that must come back out of its document. */
const enough = 0.995;

let pdfium: Promise<PDFiumLibrary> | undefined;

/**
 * Opens a finished document and holds it against what it must be: tags,
 * language, title, fonts, files inside, and the text as a reader of PDF that
 * did not write it (PDFium) gives it back. Gives the number of pages and what
 * falls short, in words.
 */
export async function verifyPdf(
  bytes: Uint8Array,
  expected: Expected,
): Promise<{ pages: number; problems: string[] }> {
  pdfium ??= PDFiumLibrary.init();
  const problems: string[] = [];
  const need = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const library = await pdfium;
  const opened = await library.loadDocument(bytes).catch(() => undefined);
  if (!opened) return { pages: 0, problems: ['It cannot be opened.'] };
  let text = '';
  const pages = opened.getPageCount();
  try {
    for (const page of opened.pages()) {
      text += `${page.getText()}\n`;
      // The library leaves pages open, which takes a megabyte a document for as long as the program runs.
      page['module']._FPDF_ClosePage(page['pageIdx']);
    }
  } finally {
    opened.destroy();
  }
  const { share, missing } = fidelity(expected.texts, text, expected.language);
  need(
    share >= enough,
    `Only ${(share * 100).toFixed(1)}% of its words come back out; lost are ${missing
      .slice(0, 8)
      .map((word) => `“${word}”`)
      .join(', ')}.`,
  );

  const pdf = await readPdf(bytes);
  const { catalog } = pdf;
  const marked = catalog.lookupMaybe(nameOf('MarkInfo'), PDFDict)?.get(nameOf('Marked'));
  need(
    String(marked) === 'true' && catalog.lookupMaybe(nameOf('StructTreeRoot'), PDFDict) !== undefined,
    'It has no tags.',
  );
  need(
    textIn(catalog, 'Lang') === expected.language,
    `Its language is “${textIn(catalog, 'Lang')}”, not “${expected.language}”.`,
  );
  need(pdf.getTitle() === expected.title, `Its title is “${pdf.getTitle() ?? ''}”.`);
  const names = catalog
    .lookupMaybe(nameOf('Names'), PDFDict)
    ?.lookupMaybe(nameOf('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(nameOf('Names'), PDFArray);
  const attached = (names?.asArray() ?? []).flatMap((each) =>
    each instanceof PDFString || each instanceof PDFHexString ? each.decodeText() : [],
  );
  for (const name of expected.attachments) need(attached.includes(name), `The file ${name} is not inside.`);
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFDict) problems.push(...fontProblems(object));
  return { pages, problems };
}

function textIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(nameOf(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
