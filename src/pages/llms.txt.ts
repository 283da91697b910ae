import type { APIRoute } from 'astro';
import { currentEdition } from '../astro/edition.ts';

export const GET: APIRoute = () =>
  new Response(currentEdition().citing.forRobots['llms.txt'](), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
