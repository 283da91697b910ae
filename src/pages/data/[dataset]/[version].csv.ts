import type { APIRoute } from 'astro';
import { currentEdition } from '../../../astro/edition.ts';
import { eachRelease, type ReleaseParams } from '../../../astro/paths.ts';
import { toCsv } from '../../../datasets/index.ts';

export const getStaticPaths = eachRelease;

/** The rows of a release, for spreadsheets. */
export const GET: APIRoute<Record<string, never>, ReleaseParams> = ({ params }) => {
  const release = currentEdition().site.datasets.get(params.dataset)?.releases.get(params.version);
  return new Response(release ? toCsv(release) : null, {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
