import type { SiteFiles } from '../../site/index.ts';
import { writeStart } from '../write-start.ts';

/** Writes files of the site, all or none; a file that was edited meanwhile stops it. */
export function writeTexts(files: SiteFiles, texts: ReadonlyMap<string, string>): Promise<void> {
  const isThere = ([path]: readonly [string, string]) => files.texts.has(path);
  const all = [...texts].filter(([path, text]) => files.texts.get(path)?.text !== text);
  return writeStart(files, {
    added: new Map(all.filter((each) => !isThere(each))),
    changed: new Map(all.filter(isThere)),
    next: [],
  });
}
