import { readFileSync, statSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../diagnostics/index.ts';
import type { CalendarDate } from '../i18n/index.ts';
import { limits, type SourceFile } from '../source/index.ts';

/** Every file of a site as it lies on disk, before any of it is understood. */
export interface SiteFiles {
  /** The site folder, absolute. */
  folder: string;
  /** The texts of content/ and data/, by path relative to the folder, with forward slashes. */
  texts: ReadonlyMap<string, SourceFile>;
  /** The files of public/, which are served as they are, by path relative to it. */
  served: ReadonlySet<string>;
  /** The texts of the drawings (SVG) in public/, by path relative to the site folder. */
  drawings?: ReadonlyMap<string, SourceFile>;
  /** What lies there and is not read, by path relative to the site folder: links and other things that are no files, and files that are too large. */
  unread?: ReadonlyMap<string, 'no file' | 'too large'>;
  /** The day that the site is of: what is under embargo until a later one is hidden. */
  date: CalendarDate;
}

/** What is read of content/ and data/. */
export const textual = /\.(ya?ml|json|mdx?)$/;

/**
 * Reads content/ and data/ of a site folder, and lists public/. This and the
 * pages that serve files are all that touch them. A file that is as it was in
 * `known` is the same object again, so that nothing is made of it anew.
 */
export async function readSiteFiles(folder: string, known?: SiteFiles): Promise<SiteFiles> {
  const listed = await Promise.all(['content', 'data', 'public'].map((top) => list(folder, top)));
  const all = listed.flatMap(({ files }) => files);
  if (all.length > limits.files)
    throw new Failure(`${folder} holds ${all.length} files, and no more than ${limits.files} are read.`);
  const unread = new Map<string, 'no file' | 'too large'>(
    listed.flatMap(({ others }) => others.map((path) => [path, 'no file'] as const)),
  );
  const read = new Map<string, SourceFile>();
  // One after the other: thousands at once are refused by systems, and take no less.
  for (const path of all.sort()) {
    const most = mostOf(path);
    if (most === undefined) continue;
    if (statSync(join(folder, path)).size > most) {
      unread.set(path, 'too large');
      continue;
    }
    const text = readFileSync(join(folder, path), 'utf8');
    const before = known?.texts.get(path) ?? known?.drawings?.get(path);
    read.set(path, before?.text === text ? before : { path, text });
  }
  const inPublic = (path: string) => path.startsWith('public/');
  return {
    folder,
    texts: new Map([...read].filter(([path]) => !inPublic(path))),
    drawings: new Map([...read].filter(([path]) => inPublic(path))),
    served: new Set(all.filter(inPublic).map((path) => path.slice('public/'.length))),
    unread,
    date: known?.date ?? dayOfBuild(),
  };
}

/** Today in UTC; or the day of SOURCE_DATE_EPOCH, for builds that are to be the same again (https://reproducible-builds.org/specs/source-date-epoch/). */
export function dayOfBuild(): CalendarDate {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return (seconds ? new Date(Number(seconds) * 1000) : new Date()).toISOString().slice(0, 10);
}

/** How large a file may be that is read; nothing for one that is only served, or of no concern. */
function mostOf(path: string): number | undefined {
  if (path.startsWith('public/')) return /\.svg$/i.test(path) ? limits.drawing : undefined;
  if (!textual.test(path)) return undefined;
  return path.startsWith('data/') ? limits.data : limits.text;
}

/**
 * The files of one of the site's folders, by their paths in the site; none where there is no such folder.
 * Links are never followed: one could lead to any file of the machine.
 */
async function list(folder: string, top: string): Promise<{ files: string[]; others: string[] }> {
  const found = await lstat(join(folder, top)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return { files: [], others: [] };
  if (!found.isDirectory()) return { files: [], others: [top] };
  const entries = await readdir(join(folder, top), { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]) =>
    join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/');
  return {
    files: entries.filter((entry) => entry.isFile()).map(pathOf),
    others: entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(pathOf),
  };
}
