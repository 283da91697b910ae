import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../diagnostics/index.ts';
import { fromHere } from '../arguments.ts';

/** The most that is read of a file or an address, in bytes. */
const most = 50_000_000;
/** How long an address may take, in milliseconds. */
const patience = 60_000;

export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

/** The bytes of a file, or of what an address answers. */
export const readSource = (name: string): Promise<Uint8Array> =>
  isAddress(name) ? fetched(name) : read(name);

async function read(name: string): Promise<Uint8Array> {
  const path = fromHere(name) ?? name;
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Failure(`There is no file ${path}.`);
    if (error.code === 'EISDIR') throw new Failure(`${path} is a folder. Name the file in it.`);
    if (error.code === 'EACCES') throw new Failure(`${path} may not be read. Change its permissions.`);
    throw error;
  });
  if (bytes.length > most) throw new Failure(`${basename(path)} is larger than 50 MB. ${smaller}`);
  return bytes;
}

async function fetched(address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (!response.ok)
      throw new Failure(
        `${address} answers with ${response.status} ${response.statusText}. Look whether it is right.`,
      );
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) throw new Failure(`What ${address} gives is larger than 50 MB. ${smaller}`);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new Failure(
      `${address} ${late ? 'did not answer within a minute' : 'cannot be reached'}. Download the file in a browser, and name the file instead.`,
    );
  }
  return Buffer.concat(chunks);
}

const smaller = 'Take the places and years that are needed from it.';
