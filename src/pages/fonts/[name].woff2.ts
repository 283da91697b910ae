import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';

export const getStaticPaths = () =>
  [...currentEdition().fonts.files.keys()].map((file) => ({
    params: { name: file.replace(/\.woff2$/, '') },
  }));

export const GET: APIRoute<Record<string, never>, { name: string }> = ({ params }) => {
  const bytes = currentEdition().fonts.files.get(`${params.name}.woff2`);
  return new Response(bytes ? Buffer.from(bytes) : null, { headers: { 'content-type': 'font/woff2' } });
};
