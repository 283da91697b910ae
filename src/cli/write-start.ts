import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../diagnostics/index.ts';
import type { SiteFiles } from '../site/index.ts';
import type { Start } from '../starting/index.ts';

/**
 * Writes what something begins with into the site folder, all of it or nothing.
 * Everything is written aside first; then whole new folders are moved to their
 * places, and at last a file that changes. What was there stays or stops it.
 */
export async function writeStart({ folder, texts }: SiteFiles, { added, changed }: Start): Promise<void> {
  const aside = join(folder, '.cache', `new-${process.pid}`);
  const moved: string[] = [];
  try {
    for (const [path, text] of [...added, ...changed]) {
      await mkdir(dirname(join(aside, path)), { recursive: true });
      await writeFile(join(aside, path), text);
    }
    for (const path of new Set(await Promise.all([...added.keys()].map((each) => newTop(folder, each))))) {
      if (await exists(join(folder, path)))
        throw new Failure(`${path} is there already. Nothing was written.`);
      await rename(join(aside, path), join(folder, path));
      moved.push(path);
    }
    for (const path of changed.keys()) {
      if ((await readFile(join(folder, path), 'utf8')) !== texts.get(path)?.text)
        throw new Failure(`${path} has just been changed. Run the command again. Nothing was written.`);
      await rename(join(aside, path), join(folder, path));
    }
  } catch (error) {
    for (const path of moved) await rm(join(folder, path), { recursive: true, force: true });
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
    // The folder around it goes too, unless something else is kept there.
    await rmdir(dirname(aside)).catch(() => undefined);
  }
}

/** The topmost part of a path that is not there yet: a folder that is moved as a whole, or the file itself. */
async function newTop(folder: string, path: string): Promise<string> {
  const parent = dirname(path);
  return parent === '.' || (await exists(join(folder, parent))) ? path : newTop(folder, parent);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
