import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../i18n/index.ts';
import { filesUnder, type SourceFile } from '../source/index.ts';

/** Every file of a site as it lies on disk, before any of it is understood. */
export interface SiteFiles {
  /** The site folder, absolute. */
  folder: string;
  /** The texts of content/ and data/, by path relative to the folder, with forward slashes. */
  texts: ReadonlyMap<string, SourceFile>;
  /** The files of public/, which are served as they are, by path relative to it. */
  served: ReadonlySet<string>;
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
  const [content, data, served] = await Promise.all(
    ['content', 'data', 'public'].map((top) => list(folder, top)),
  );
  const paths = [...(content ?? []), ...(data ?? [])].filter((path) => textual.test(path)).sort();
  // One after the other: thousands at once are refused by systems, and take no less.
  const files = paths.map((path): SourceFile => {
    const text = readFileSync(join(folder, path), 'utf8');
    const before = known?.texts.get(path);
    return before?.text === text ? before : { path, text };
  });
  return {
    folder,
    texts: new Map(files.map((file) => [file.path, file])),
    served: new Set((served ?? []).map((path) => path.slice('public/'.length))),
    date: known?.date ?? dayOfBuild(),
  };
}

/** Today in UTC; or the day of SOURCE_DATE_EPOCH, for builds that are to be the same again (https://reproducible-builds.org/specs/source-date-epoch/). */
export function dayOfBuild(): CalendarDate {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return (seconds ? new Date(Number(seconds) * 1000) : new Date()).toISOString().slice(0, 10);
}

/** The files of one of the site's folders, by their paths in the site; none where there is no such folder. */
async function list(folder: string, top: string): Promise<string[]> {
  const paths = await filesUnder(join(folder, top)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return paths.map((path) => `${top}/${path}`);
}
