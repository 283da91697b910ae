import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import { filesUnder } from '../source/index.ts';

/** What is known of the build that a folder is of. */
export interface LastBuild {
  /** The digest of everything that it was made from. */
  source: string;
  /** What was said at its end. */
  summary: string;
  /** Each input with its digest. */
  inputs: readonly (readonly [name: string, digest: string])[];
  /** Each file with its size in bytes and the time when it was written, in milliseconds. */
  files: readonly (readonly [path: string, size: number, modified: number])[];
}

/** A digest of all that a build is made from, before any of it is understood: code, options, day, and every file of the site. */
export async function sourceDigest(site: string, options: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256')
    .update(await codeDigest('.'))
    .update(JSON.stringify(options));
  for (const top of ['content', 'data', 'public']) {
    const folder = join(site, top);
    for (const file of await filesUnder(folder).catch(() => [])) {
      const content = readFileSync(join(folder, file));
      hash.update(`${top}/${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

const folder = join(cacheFolder, 'builds');
const nameOf = (out: string): string => `${createHash('sha256').update(out).digest('hex').slice(0, 32)}.json`;

/** The last build of a folder, if it is known. */
export function lastBuild(out: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, nameOf(out)), 'utf8')) as LastBuild;
  } catch {
    return undefined;
  }
}

/** Notes what a folder was built from. */
export async function noteBuild(out: string, build: Omit<LastBuild, 'files'>): Promise<void> {
  const files = (await filesUnder(out)).map((path) => {
    const { size, mtimeMs } = statSync(join(out, path));
    return [path, size, mtimeMs] as const;
  });
  mkdirSync(folder, { recursive: true });
  await writeWhole(folder, nameOf(out), JSON.stringify({ ...build, files } satisfies LastBuild));
}

/** Whether every file of a folder is as its build has left it, and no other is there. */
export async function isUntouched(out: string, { files }: LastBuild): Promise<boolean> {
  const there = await filesUnder(out).catch(() => []);
  return (
    there.length === files.length &&
    files.every(([path, size, modified]) => {
      const now = statSync(join(out, path), { throwIfNoEntry: false });
      return now?.size === size && now.mtimeMs === modified;
    })
  );
}
