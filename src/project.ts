import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** The project's own folder, which holds package.json and astro.config.mjs. */
export const projectFolder = resolve(import.meta.dirname, '..');

/** Where commands keep what need not be made again; the environment variable SALA_CACHE names another folder, seen from the project's. */
export const cacheFolder = resolve(projectFolder, process.env['SALA_CACHE'] ?? 'node_modules/.cache/sala');

/** A digest of the code of some rooms and of all that it runs on: what another code made is not taken for its own. */
export async function codeDigest(...rooms: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['package-lock.json', 'astro.config.mjs'])
    hash.update(await readFile(join(projectFolder, name)));
  for (const room of rooms) {
    const folder = join(projectFolder, 'src', room);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    for (const file of files.sort()) hash.update(relative(folder, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Commands that run at once may keep the same thing: each writes apart, and what is seen is always whole. */
export async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const apart = join(folder, `.${name}-${randomUUID()}`);
  await writeFile(apart, content);
  await rename(apart, join(folder, name));
}
