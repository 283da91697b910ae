import { readFile } from 'node:fs/promises';
import { expectedIdentity } from '../browser/index.ts';
import { type Document, documentFolder, documentKey, findDocument, keepDocument } from './cache.ts';
import { type Finishing, finish } from './finish.ts';
import { openPrinter, type Printer } from './printer.ts';
import type { Shown } from './shown.ts';
import { verifyPdf } from './verify.ts';

/** What came of printing a file: the document, and what falls short in it, in words. */
export interface Pressed extends Document {
  problems: readonly string[];
}

/** Prints files of HTML to documents of record. */
export interface Press {
  /** Prints a file that holds all that it needs. What was printed before from the same is not printed again. */
  print(file: string, finishing: Finishing): Promise<Pressed>;
  close(): Promise<void>;
}

/**
 * A press that prints `atOnce` files side by side, and keeps what it prints in
 * a folder. Its browser starts with the first file that was not printed before.
 */
export async function openPress(atOnce: number, folder: string = documentFolder): Promise<Press> {
  const expected = await expectedIdentity();
  let printer: Promise<Printer> | undefined;
  return {
    async print(file, finishing) {
      const { record, attachments } = finishing;
      const key = await documentKey(
        expected,
        await readFile(file),
        JSON.stringify(record),
        ...attachments.flatMap(({ bytes, ...facts }) => [JSON.stringify(facts), bytes]),
      );
      const known = await findDocument(folder, key);
      if (known) return { ...known, problems: [] };
      printer ??= openPrinter(atOnce);
      const { identity, print } = await printer;
      const printed = await print(file);
      const { bytes, numbers } = await finish(printed, finishing);
      const { pages, problems } = await verifyPdf(bytes, {
        title: record.title,
        language: record.language,
        texts: textsOf(printed.shown),
        attachments: attachments.map(({ name }) => name),
      });
      const document = { bytes, pages, numbers };
      // Another browser than expected may have been started: what it made is not kept under the name of the first.
      if (problems.length === 0 && identity === expected) await keepDocument(folder, key, document);
      return { ...document, problems };
    },
    async close() {
      await (await printer?.catch(() => undefined))?.close();
    },
  };
}

/**
 * The texts of a page that its document must give back: but for the page
 * numbers, which are set afterwards, and for labels of a chart that lie on top
 * of their like, which readers take for a shadow.
 */
const textsOf = ({ elements, texts }: Shown): string[] =>
  texts.flatMap(({ text, parent }, n) => {
    const { name, classes = [] } = elements[parent] ?? {};
    const again = name === 'text' && texts[n - 1]?.text === text;
    return again || classes.includes('page-number') ? [] : text;
  });
