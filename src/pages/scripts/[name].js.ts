import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';

export const getStaticPaths = () =>
  [...currentEdition().scripts.files.keys()].map((file) => ({ params: { name: file.replace(/\.js$/, '') } }));

export const GET: APIRoute<Record<string, never>, { name: string }> = ({ params }) =>
  new Response(currentEdition().scripts.files.get(`${params.name}.js`) ?? null, {
    headers: { 'content-type': 'text/javascript' },
  });
