import type { APIRoute } from 'astro';
import { currentEdition, isWanted } from '../../astro/edition.ts';
import type { ChartFile } from '../../build/index.ts';
import { chartEditions } from '../../site/index.ts';

interface Props extends Record<string, unknown> {
  file: ChartFile;
}

/** The files of every chart in every language, with the newest releases and with those that briefs stay on. */
export const getStaticPaths = async () => {
  const edition = currentEdition();
  const { site, addresses } = edition;
  const paths: { params: { file: string }; props: Props }[] = [];
  for (const chart of site.charts.values()) {
    if (!isWanted(`charts/${chart.id}/`)) continue;
    for (const shown of chartEditions(site, chart))
      for (const language of site.languages)
        for (const file of await edition.chartFiles(chart, language, shown)) {
          const address = addresses.chartFile(chart.id, file.name, shown.versions);
          paths.push({ params: { file: address.slice(`${addresses.base}charts/`.length) }, props: { file } });
        }
  }
  return paths;
};

export const GET: APIRoute<Props> = async ({ props: { file } }) =>
  new Response(Buffer.from(await file.make()), { headers: { 'content-type': file.mediaType } });
