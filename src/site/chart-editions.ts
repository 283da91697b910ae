import type { Brief } from '../briefs/index.ts';
import type { Release } from '../datasets/index.ts';
import type { Site } from './load.ts';
import type { Chart } from './read-charts.ts';
import { allVersions, briefsWithChart } from './uses.ts';

/** A chart with the releases that it is shown with somewhere on the site. */
export interface ChartEdition {
  releases: ReadonlyMap<string, Release>;
  /** Their versions, in the order in which the chart names its data sets; empty for the newest ones. */
  versions: string;
  /** The briefs that show it so. */
  briefs: readonly Brief[];
}

/** Every edition of a chart: with the newest releases, and then as briefs show it that stay on earlier ones. */
export function chartEditions(site: Site, chart: Chart): ChartEdition[] {
  const newest = releasesOf(site, chart);
  const editions = new Map([[versionsOf(newest), { releases: newest, briefs: [] as Brief[] }]]);
  for (const brief of briefsWithChart({ briefs: allVersions(site) }, chart.id)) {
    const releases = releasesOf(site, chart, brief.releases);
    const known = editions.get(versionsOf(releases));
    if (known) known.briefs.push(brief);
    else editions.set(versionsOf(releases), { releases, briefs: [brief] });
  }
  return [...editions].map(([versions, edition], index) => ({
    ...edition,
    versions: index === 0 ? '' : versions,
  }));
}

/** The edition of a chart with the releases that are pinned, or with the newest ones. */
export function chartEdition(
  site: Site,
  chart: Chart,
  pinned?: ChartEdition['releases'],
): Omit<ChartEdition, 'briefs'> {
  const releases = releasesOf(site, chart, pinned);
  const versions = versionsOf(releases);
  return { releases, versions: versions === versionsOf(releasesOf(site, chart)) ? '' : versions };
}

/** The release of each data set of a chart: the pinned one, or the newest. */
const releasesOf = (
  { datasets }: Site,
  { source }: Chart,
  pinned?: ChartEdition['releases'],
): ChartEdition['releases'] =>
  new Map(
    source.datasets.flatMap((name) => {
      const release = pinned?.get(name) ?? datasets.get(name)?.newest;
      return release ? [[name, release] as const] : [];
    }),
  );

const versionsOf = (releases: ChartEdition['releases']): string =>
  [...releases.values()].map(({ version }) => version).join('_');
