import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteFiles } from '../site/index.ts';
import type { Edition } from './edition.ts';
import { within } from './guard.ts';
import { scopeOf } from './scopes.ts';

/** A file of the built site, which is made when it is asked for. */
export interface Output {
  /** Its path in the site. */
  file: string;
  make(): string | Promise<Uint8Array>;
}

/** Lists the pages of an edition, and the files that go with them, as far as they are wanted. */
export type RenderPages = (
  edition: Edition,
  /** Whether any file is to be made at a path, or below one that ends in a slash. */
  isWanted: (path: string) => boolean,
) => Promise<readonly Output[]>;

/** How many files are made and written at once, at most: some wait for threads that draw pictures. */
const atOnce = 32;

/** Makes files and writes them into a folder. */
export async function writeOutputs(
  outputs: Iterable<Output>,
  folder: string,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  let done = 0;
  const writing = new Set<Promise<void>>();
  const failures: unknown[] = [];
  try {
    for (const { file, make } of outputs) {
      const path = join(folder, file);
      const written: Promise<void> = within(scopeOf(file), async () => make())
        .then(async (content) => {
          done += 1;
          progress(done);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, content);
        })
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => writing.delete(written));
      writing.add(written);
      if (writing.size >= atOnce) await Promise.race(writing);
      if (failures.length > 0) break;
    }
  } finally {
    // Nothing is written any more when the folder is taken away.
    await Promise.all(writing);
  }
  if (failures.length > 0) throw failures[0];
}

/** Copies what an organisation serves as it is. */
export async function copyPublic({ folder: site, served }: SiteFiles, folder: string): Promise<void> {
  for (const file of served) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(site, 'public', file), join(folder, file));
  }
}
