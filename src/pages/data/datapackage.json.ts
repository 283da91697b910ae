import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';
import { cataloguePackage, readReleaseFiles } from '../../site/index.ts';

/** What describes all data sets to machines. */
export const GET: APIRoute = async () => {
  const { site, addresses } = currentEdition();
  const files = await readReleaseFiles(site);
  return Response.json(cataloguePackage({ site, addresses, files }));
};
