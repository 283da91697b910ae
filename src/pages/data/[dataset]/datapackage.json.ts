import type { APIRoute } from 'astro';
import { currentEdition } from '../../../astro/edition.ts';
import { eachDataset } from '../../../astro/paths.ts';
import { datasetPackage, readReleaseFiles } from '../../../site/index.ts';

export const getStaticPaths = eachDataset;

/** What describes all releases of a data set to machines. */
export const GET: APIRoute<Record<string, never>, { dataset: string }> = async ({ params }) => {
  const { site, addresses } = currentEdition();
  const dataset = site.datasets.get(params.dataset);
  if (!dataset) return new Response(null);
  const datasets = new Map([[dataset.id, dataset]]);
  const files = await readReleaseFiles({ folder: site.folder, datasets });
  return Response.json(datasetPackage({ site, addresses, files }, dataset));
};
