import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Checked } from '../check/index.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import { makeDownloads } from './downloads.ts';
import { drawCharts } from './draw-charts.ts';
import { makeEdition } from './edition.ts';
import { copyPublic, type RenderPages, writeOutputs } from './outputs.ts';

/**
 * Prints one brief of a checked site, without the rest of the site, into the
 * folder `out`. Gives what falls short, which an editor may want to look at,
 * and the paths of the PDFs.
 */
export async function printBrief(
  { site, files }: Checked,
  { slug, languages }: { slug: string; languages: readonly Language[] },
  out: string,
  render: RenderPages,
): Promise<{ diagnostics: readonly Diagnostic[]; pdfs: readonly string[] }> {
  if (!site) return { diagnostics: [], pdfs: [] };
  const edition = await makeEdition(site, files, { base: '/', prints: true });
  const isWanted = (path: string) =>
    languages.some((language) => path.startsWith(`${language}/briefs/${slug}/`));
  const problems = await drawCharts(edition, isWanted);
  if (hasErrors(problems)) return { diagnostics: problems, pdfs: [] };
  const folder = await mkdtemp(join(tmpdir(), 'sala-pdf-'));
  try {
    await writeOutputs(await render(edition, isWanted), folder);
    await copyPublic(files, folder);
    const diagnostics = await makeDownloads(folder, edition, isWanted, () => undefined);
    await mkdir(out, { recursive: true });
    const pdfs = languages.map((language) => {
      const path = edition.addresses.briefFiles(language, slug).pdf;
      return { made: join(folder, path), kept: join(out, basename(path)) };
    });
    await Promise.all(pdfs.map(({ made, kept }) => copyFile(made, kept)));
    return { diagnostics, pdfs: pdfs.map(({ kept }) => kept) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
