import type { APIRoute } from 'astro';
import { eachEarlierVersion } from '../../../../../../astro/paths.ts';
import { printStyleOf } from '../../../../../../astro/print-style.ts';
import type { Brief } from '../../../../../../briefs/index.ts';

export const getStaticPaths = () => eachEarlierVersion();

export const GET: APIRoute<{ brief: Brief }, { language: string }> = ({ params, props }) =>
  printStyleOf(props.brief, params.language);
