import type { Diagnostic } from '../diagnostics/index.ts';
import { makeSite, type SiteFiles } from '../site/index.ts';
import type { Start } from './start.ts';

/** The files of a site as they are once something is started. */
export function withStart(files: SiteFiles, { added, changed }: Start): SiteFiles {
  const more = [...added, ...changed].map(([path, text]) => [path, { path, text }] as const);
  return { ...files, texts: new Map([...files.texts, ...more].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** What `check` would refuse in a site once something is started: nothing, unless an answer does not fit. */
export const misfits = (files: SiteFiles, start: Start): Diagnostic[] =>
  makeSite(withStart(files, start)).diagnostics.filter(({ severity }) => severity === 'error');
