import type { APIRoute } from 'astro';
import { currentEdition } from '../../../../astro/edition.ts';
import { eachBrief } from '../../../../astro/paths.ts';
import { printStyle } from '../../../../site/index.ts';

export const getStaticPaths = () => eachBrief();

export const GET: APIRoute<never, { language: string; slug: string }> = async ({ params }) => {
  const { site, locale } = currentEdition();
  const brief = site.briefs.find(({ slug }) => slug === params.slug);
  if (!brief) throw new Error(`No brief ${params.slug}`);
  const translation = brief.translations.get(params.language) ?? brief.source;
  const css = await printStyle(translation, locale(translation.language), site.settings);
  return new Response(css, { headers: { 'content-type': 'text/css' } });
};
