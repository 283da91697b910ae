import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';
import type { ChartFile } from '../../build/index.ts';
import { chartEditions } from '../../site/index.ts';

interface Props extends Record<string, unknown> {
  file: ChartFile;
}

/** The files of every chart in every language, with the newest releases and with those that briefs stay on. */
export const getStaticPaths = async () => {
  const edition = currentEdition();
  const { site, addresses, only } = edition;
  if (only) return [];
  const paths: { params: { file: string }; props: Props }[] = [];
  for (const chart of site.charts.values())
    for (const shown of chartEditions(site, chart))
      for (const language of site.languages)
        for (const file of await edition.chartFiles(chart, language, shown)) {
          const address = addresses.chartFile(chart.id, file.name, shown.versions);
          paths.push({ params: { file: address.slice(`${addresses.base}charts/`.length) }, props: { file } });
        }
  return paths;
};

export const GET: APIRoute<Props> = async ({ props: { file } }) =>
  new Response(Buffer.from(await file.make()), { headers: { 'content-type': file.mediaType } });
