import { ChartError } from '../charts/index.ts';
import type { Release } from '../datasets/index.ts';
import type { Chart } from '../site/index.ts';
import type { Edition } from './edition.ts';

/** The releases of each data set of a chart that it can be shown with, newest first: an early one may lack what it draws. */
export async function releasesDrawn(
  { site, chart: draw }: Edition,
  chart: Chart,
): Promise<Map<string, Release[]>> {
  const found = new Map<string, Release[]>();
  for (const id of chart.source.datasets) {
    const drawn: Release[] = [];
    for (const release of [...(site.datasets.get(id)?.releases.values() ?? [])].reverse()) {
      try {
        await draw(chart, site.sourceLanguage, new Map([[id, release]]));
        drawn.push(release);
      } catch (error) {
        if (!(error instanceof ChartError)) throw error;
      }
    }
    found.set(id, drawn);
  }
  return found;
}
