import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Checked } from '../check/index.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import { publishedSite } from '../site/index.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { makeDownloads, type Progress } from './downloads.ts';
import { drawCharts } from './draw-charts.ts';
import { type Edition, makeEdition } from './edition.ts';
import { addHostFiles, hostedSite } from './hosts.ts';
import { verifyPages } from './verify.ts';

export interface BuildOptions {
  /** The folder that is replaced, absolute. */
  out: string;
  /** The path that the site stands under; by default that of its address. */
  base?: string | undefined;
  /** Whether briefs are printed to PDF, for which a browser is needed. */
  prints: boolean;
  /** Whether it is a preview, with the briefs that are hidden from readers. */
  drafts: boolean;
  /** Takes word of how many of the briefs are ready to be taken away. */
  progress: Progress;
}

/** Draws the pages of an edition into a folder. */
export type RenderPages = (edition: Edition, folder: string) => Promise<void>;

/**
 * Builds a checked site. Pages go into a staging folder beside `out`, which
 * takes its place only when all of them are made and verified; whatever fails
 * before leaves `out` as it was.
 */
export async function build(
  { site, files }: Checked,
  { out, base, prints, drafts, progress }: BuildOptions,
  render: RenderPages,
): Promise<{ diagnostics: readonly Diagnostic[]; published: boolean }> {
  if (!site) return { diagnostics: [], published: false };
  const edition = await makeEdition(drafts ? site : publishedSite(site), files, {
    base: baseOf(base ?? new URL(site.settings.address).pathname),
    prints,
  });
  const problems = await drawCharts(edition);
  if (hasErrors(problems)) return { diagnostics: problems, published: false };
  const staging = join(dirname(out), `.${basename(out)}-${process.pid}`);
  try {
    await mkdir(dirname(out), { recursive: true });
    await mkdir(staging);
    await render(edition, staging);
    const shortcomings = await makeDownloads(staging, edition, progress);
    if (hasErrors(shortcomings)) return { diagnostics: shortcomings, published: false };
    for (const [name, text] of await billOfMaterials(edition)) await writeFile(join(staging, name), text);
    await addHostFiles(staging, hostedSite(edition.site, edition.addresses));
    const diagnostics = await verifyPages(staging, edition, files);
    if (hasErrors(diagnostics)) return { diagnostics, published: false };
    await publish(staging, out);
    return { diagnostics, published: true };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Puts a finished folder in the place of another; again, when another build was quicker in between. */
async function publish(staging: string, out: string): Promise<void> {
  const old = `${staging}-old`;
  for (;;) {
    await rename(out, old).catch(unless('ENOENT'));
    const placed = await rename(staging, out).then(() => true, unless('ENOTEMPTY', 'EEXIST'));
    await rm(old, { recursive: true, force: true });
    if (placed) return;
  }
}

/** Lets an error of the system pass that may come; throws all others. */
const unless =
  (...codes: string[]) =>
  (error: NodeJS.ErrnoException): void => {
    if (!codes.includes(error.code ?? '')) throw error;
  };

/** `/briefs/` for `briefs`, `/briefs` and `/briefs/`. */
export const baseOf = (path: string): string =>
  `/${path.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
