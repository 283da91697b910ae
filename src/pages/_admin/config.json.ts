import type { APIRoute } from 'astro';
import { adminConfig } from '../../admin/index.ts';
import { currentEdition } from '../../astro/edition.ts';

export const GET: APIRoute = () => {
  const { site } = currentEdition();
  const { admin } = site.settings;
  return Response.json(admin && adminConfig(site, admin));
};
