import type { Site } from './load.ts';
import type { Chart } from './read-charts.ts';
import { briefsWithChart } from './uses.ts';

/**
 * A site as readers are to see it: without briefs that are drafts or under
 * embargo, and without the charts that only these show, whose titles would tell
 * what they find. Releases of data are public once they are published.
 */
export function publishedSite(site: Site): Site {
  const briefs = site.briefs.filter(({ hidden }) => hidden === undefined);
  const isShown = ({ id }: Chart) =>
    briefsWithChart(site, id).length === 0 || briefsWithChart({ briefs }, id).length > 0;
  return { ...site, briefs, charts: new Map([...site.charts].filter(([, chart]) => isShown(chart))) };
}
