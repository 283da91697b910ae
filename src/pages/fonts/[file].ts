import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';

export const getStaticPaths = () =>
  [...currentEdition().fonts.files.keys()].map((file) => ({ params: { file } }));

export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params }) => {
  const bytes = currentEdition().fonts.files.get(params.file);
  return new Response(bytes ? Buffer.from(bytes) : null, { headers: { 'content-type': 'font/woff2' } });
};
