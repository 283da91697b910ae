import type { APIRoute } from 'astro';
import { eachEarlierVersion, earlierVersion } from '../../../../../../astro/paths.ts';
import { printStyleOf } from '../../../../../../astro/print-style.ts';

export const getStaticPaths = () => eachEarlierVersion();

export const GET: APIRoute<never, { language: string; slug: string; version: string }> = ({ params }) =>
  printStyleOf(earlierVersion(params), params.language);
