import type { APIRoute } from 'astro';
import { currentEdition, isWanted } from '../../../astro/edition.ts';
import { chartsShown } from '../../../build/draw-charts.ts';
import { allLiveFiles } from '../../../build/live-files.ts';

interface Props extends Record<string, unknown> {
  text: string;
}

export const getStaticPaths = async () => {
  const edition = currentEdition();
  const shown = [...chartsShown(edition.site)].filter(({ chart }) => isWanted(`charts/live/${chart.id}.`));
  const files = await allLiveFiles(edition, shown);
  return [...files].map(([name, text]) => ({ params: { name }, props: { text } satisfies Props }));
};

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json' } });
