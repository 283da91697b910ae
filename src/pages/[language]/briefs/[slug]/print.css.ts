import type { APIRoute } from 'astro';
import { currentEdition } from '../../../../astro/edition.ts';
import { eachBrief } from '../../../../astro/paths.ts';
import { printStyleOf } from '../../../../astro/print-style.ts';

export const getStaticPaths = () => eachBrief();

export const GET: APIRoute<never, { language: string; slug: string }> = ({ params }) => {
  const brief = currentEdition().site.briefs.find(({ slug }) => slug === params.slug);
  if (!brief) throw new Error(`No brief ${params.slug}`);
  return printStyleOf(brief, params.language);
};
