import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { currentEdition } from '../../../astro/edition.ts';
import { toCsv } from '../../../datasets/index.ts';

/** Every release for machines: as it was published, and as CSV. */
export const getStaticPaths = () =>
  [...currentEdition().site.datasets.values()].flatMap(({ id, releases }) =>
    [...releases.keys()].flatMap((version) =>
      ['json', 'csv'].map((format) => ({ params: { dataset: id, file: `${version}.${format}` } })),
    ),
  );

export const GET: APIRoute<Record<string, never>, { dataset: string; file: string }> = async ({ params }) => {
  const { site } = currentEdition();
  const { dataset, file } = params;
  // The bytes as they were published, so that their digest holds.
  if (file.endsWith('.json')) return new Response(await readFile(join(site.folder, 'data', dataset, file)));
  const release = site.datasets.get(dataset)?.releases.get(file.replace(/\.csv$/, ''));
  return release ? new Response(toCsv(release)) : new Response(null, { status: 404 });
};
