import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Checked } from '../check/index.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import type { RenderPages } from './build.ts';
import { makeDownloads } from './downloads.ts';
import { drawCharts } from './draw-charts.ts';
import { type Edition, makeEdition } from './edition.ts';

/**
 * Prints one brief of a checked site, without the rest of the site, into the
 * folder `out`. Gives what falls short, which an editor may want to look at,
 * and the paths of the PDFs.
 */
export async function printBrief(
  { site, files }: Checked,
  only: NonNullable<Edition['only']>,
  out: string,
  render: RenderPages,
): Promise<{ diagnostics: readonly Diagnostic[]; pdfs: readonly string[] }> {
  if (!site) return { diagnostics: [], pdfs: [] };
  const edition = await makeEdition(site, files, { base: '/', prints: true, only });
  const problems = await drawCharts(edition);
  if (hasErrors(problems)) return { diagnostics: problems, pdfs: [] };
  const folder = await mkdtemp(join(tmpdir(), 'sala-pdf-'));
  try {
    await render(edition, folder);
    const diagnostics = await makeDownloads(folder, edition, () => undefined);
    await mkdir(out, { recursive: true });
    const pdfs = only.languages.map((language) => {
      const path = edition.addresses.briefFiles(language, only.slug).pdf;
      return { made: join(folder, path), kept: join(out, basename(path)) };
    });
    await Promise.all(pdfs.map(({ made, kept }) => copyFile(made, kept)));
    return { diagnostics, pdfs: pdfs.map(({ kept }) => kept) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
