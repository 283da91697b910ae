import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, writeWhole } from '../project.ts';

/** A file as it was kept: its path in the site, its size in bytes, and when it was written last, in milliseconds. */
type KeptFile = readonly [path: string, size: number, modified: number];

/** Where the files of scopes are kept from one build to the next, by their key. */
export interface Store {
  /** Places what was kept under a key into a folder, and gives its paths; nothing when it is not there whole. */
  place(key: string, folder: string): readonly string[] | undefined;
  /** Keeps files of a folder under a key. */
  keep(key: string, folder: string, files: readonly string[]): Promise<void>;
  /** Throws away what was not used for longest, until so many bytes are left; but nothing that was used since a time, in milliseconds. */
  prune(most: number, since: number): void;
}

/** Longer than any build runs, in milliseconds. */
const aDay = 86_400_000;

/**
 * Opens the store. A file in it is the same file as in the site (a hard link, or a
 * copy where there are none), so that thousands cost next to nothing; one that
 * somebody has changed in the meantime, there or here, is not taken.
 */
export function openStore(store: string = join(cacheFolder, 'outputs')): Store {
  const recordOf = (key: string) => join(store, `${key}.json`);
  const drop = (key: string) => {
    rmSync(recordOf(key), { force: true });
    rmSync(join(store, key), { recursive: true, force: true });
  };
  return {
    place(key, folder) {
      const kept = readRecord(recordOf(key));
      if (!kept) return undefined;
      const made = new Set<string>();
      try {
        for (const [path, size, modified] of kept) {
          const from = join(store, key, path);
          const now = statSync(from);
          if (now.size !== size || now.mtimeMs !== modified) throw new Error(`${path} was changed`);
          put(from, join(folder, path), made);
        }
      } catch {
        for (const [path] of kept) rmSync(join(folder, path), { force: true });
        drop(key);
        return undefined;
      }
      const now = new Date();
      utimesSync(recordOf(key), now, now);
      return kept.map(([path]) => path);
    },
    async keep(key, folder, files) {
      const apart = join(store, `.${key}-${process.pid}`);
      try {
        const made = new Set<string>();
        for (const path of files) put(join(folder, path), join(apart, path), made);
        const record = files.map((path): KeptFile => {
          const { size, mtimeMs } = statSync(join(apart, path));
          return [path, size, mtimeMs];
        });
        drop(key);
        renameSync(apart, join(store, key));
        await writeWhole(store, `${key}.json`, JSON.stringify(record));
      } catch {
        // A full disk, or another build that keeps the same: the next one makes it anew.
      } finally {
        rmSync(apart, { recursive: true, force: true });
      }
    },
    prune(most, since) {
      const names = existsSync(store) ? readdirSync(store) : [];
      const records = names
        .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
        .map((name) => ({
          key: name.slice(0, -'.json'.length),
          used: statSync(join(store, name)).mtimeMs,
        }))
        .sort((a, b) => b.used - a.used);
      // What builds have left that were killed while they kept something.
      const whole = new Set(records.flatMap(({ key }) => [key, `${key}.json`]));
      for (const name of names) {
        const path = join(store, name);
        if (!whole.has(name) && statSync(path).mtimeMs < since - aDay)
          rmSync(path, { recursive: true, force: true });
      }
      let bytes = 0;
      for (const { key, used } of records) {
        bytes += (readRecord(recordOf(key)) ?? []).reduce((sum, [, size]) => sum + size, 0);
        if (bytes > most && used < since) drop(key);
      }
    },
  };
}

function readRecord(path: string): readonly KeptFile[] | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeptFile[];
  } catch {
    return undefined;
  }
}

/** Puts a file in a second place; `made` are the folders that are known to be there. */
function put(from: string, to: string, made: Set<string>): void {
  const folder = dirname(to);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}
