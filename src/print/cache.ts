import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';

/** A finished document, and what its page says about it. */
export interface Document {
  bytes: Uint8Array;
  pages: number;
  /** The page that each entry of the contents leads to, by its anchor; none where it has no contents list. */
  numbers: Readonly<Record<string, number>>;
}

/** Where documents are kept from one build to the next. */
export const documentFolder = join(cacheFolder, 'pdf');

/** Everything that a document is made from, as one digest: the inputs, this code, and the programs that it runs on. */
export async function documentKey(...inputs: readonly (string | Uint8Array)[]): Promise<string> {
  code ??= codeDigest('print', 'browser');
  const hash = createHash('sha256').update(await code);
  for (const input of inputs) {
    const digest = createHash('sha256').update(input).digest();
    hash.update(digest);
  }
  return hash.digest('hex');
}

let code: Promise<string> | undefined;

/** The document of a key, if it was kept in a folder and is whole. */
export async function findDocument(folder: string, key: string): Promise<Document | undefined> {
  try {
    const { digest, pages, numbers } = JSON.parse(
      await readFile(join(folder, `${key}.json`), 'utf8'),
    ) as Stored;
    const bytes = await readFile(join(folder, `${key}.pdf`));
    return digest === digestOf(bytes) ? { bytes, pages, numbers } : undefined;
  } catch {
    return undefined;
  }
}

interface Stored extends Omit<Document, 'bytes'> {
  digest: string;
}

/** Keeps a document in a folder for the next build. */
export async function keepDocument(
  folder: string,
  key: string,
  { bytes, pages, numbers }: Document,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stored: Stored = { digest: digestOf(bytes), pages, numbers };
  await writeWhole(folder, `${key}.pdf`, bytes);
  await writeWhole(folder, `${key}.json`, JSON.stringify(stored));
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
