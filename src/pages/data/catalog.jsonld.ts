import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';
import { dataCatalogue, readReleaseFiles } from '../../site/index.ts';

/** The catalogue of all data sets. */
export const GET: APIRoute = async () => {
  const { site, addresses, locale } = currentEdition();
  const files = await readReleaseFiles(site);
  return new Response(JSON.stringify(dataCatalogue({ site, addresses, files }, locale)), {
    headers: { 'content-type': 'application/ld+json' },
  });
};
