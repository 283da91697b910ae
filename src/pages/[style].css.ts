import type { APIRoute } from 'astro';
import { currentEdition } from '../astro/edition.ts';

export const getStaticPaths = () => [
  { params: { style: currentEdition().style.name.replace(/\.css$/, '') } },
];

export const GET: APIRoute = () =>
  new Response(currentEdition().style.css, { headers: { 'content-type': 'text/css' } });
