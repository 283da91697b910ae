import { ChartError } from '../charts/index.ts';
import type { Release } from '../datasets/index.ts';
import type { Chart, Site } from '../site/index.ts';
import type { Wanted } from './drawer.ts';
import type { Edition } from './edition.ts';

/** A chart with each release of each of its data sets, newest first, and the newest of the others. */
export const withEachRelease = (
  { datasets, sourceLanguage }: Site,
  chart: Chart,
): { id: string; release: Release; wanted: Wanted }[] =>
  chart.source.datasets.flatMap((id) =>
    [...(datasets.get(id)?.releases.values() ?? [])].reverse().map((release) => ({
      id,
      release,
      wanted: { chart, language: sourceLanguage, releases: new Map([[id, release]]) },
    })),
  );

/** The releases of each data set of a chart that it can be shown with, newest first: an early one may lack what it draws. */
export async function releasesDrawn(
  { site, charts }: Edition,
  chart: Chart,
): Promise<Map<string, Release[]>> {
  const found = new Map<string, Release[]>(chart.source.datasets.map((id) => [id, []]));
  const all = withEachRelease(site, chart);
  const drawn = await Promise.allSettled(charts(all.map(({ wanted }) => wanted)));
  for (const [index, { id, release }] of all.entries()) {
    const outcome = drawn[index];
    if (outcome?.status === 'fulfilled') found.get(id)?.push(release);
    else if (!(outcome?.reason instanceof ChartError)) throw outcome?.reason;
  }
  return found;
}
