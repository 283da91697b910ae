import type { APIRoute } from 'astro';
import { currentEdition } from '../../../astro/edition.ts';
import { eachRelease, type ReleaseParams } from '../../../astro/paths.ts';

export const getStaticPaths = eachRelease;

/** A release as it was published: the very bytes, so that their digest holds. */
export const GET: APIRoute<Record<string, never>, ReleaseParams> = ({ params }) =>
  new Response(currentEdition().text(`data/${params.dataset}/${params.version}.json`), {
    headers: { 'content-type': 'application/json' },
  });
