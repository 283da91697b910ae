import type { Press } from './press.ts';

export type { Attachment } from './attachments.ts';
export type { DocumentRecord } from './metadata.ts';
export type { Press } from './press.ts';
export { makeSingleFile, type Surroundings } from './single-file.ts';

// What writes PDFs, and what reads them back, is loaded for the first press: previews and development do without.

/**
 * A press that prints `atOnce` files side by side, and keeps what it prints in a
 * folder, by default the project's own cache. Its browser starts with the first
 * file that was not printed before.
 */
export const openPress = async (atOnce: number, folder?: string): Promise<Press> =>
  (await import('./press.ts')).openPress(atOnce, folder);

/** How many pages a PDF has. Throws where it cannot be read. */
export const pageCount = async (bytes: Uint8Array): Promise<number> =>
  (await (await import('./read-pdf.ts')).readPdf(bytes)).getPageCount();
