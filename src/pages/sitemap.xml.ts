import type { APIRoute } from 'astro';
import { currentEdition } from '../astro/edition.ts';
import { sitemap } from '../site/index.ts';

export const GET: APIRoute = () => {
  const { site, addresses } = currentEdition();
  return new Response(sitemap(site, addresses), { headers: { 'content-type': 'application/xml' } });
};
