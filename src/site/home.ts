import type { Brief } from '../briefs/index.ts';
import type { Site } from './load.ts';
import type { Chart } from './read-charts.ts';

const mostNewest = 10;
/** Where site.yaml features none. */
const fewFeatured = 2;

/** A brief on the home page, with a chart of its own if it has one that no brief before it shows. */
export interface FeaturedBrief {
  brief: Brief;
  chart: Chart | undefined;
}

/** What the home page begins with: the featured briefs, or else the newest, and then the newest of the others. */
export function homeBriefs({ settings, briefs, charts }: Pick<Site, 'settings' | 'briefs' | 'charts'>): {
  featured: FeaturedBrief[];
  newest: Brief[];
} {
  const named = settings.featured.flatMap((slug) => briefs.find((each) => each.slug === slug) ?? []);
  const chosen = named.length > 0 ? named : briefs.slice(0, fewFeatured);
  const shown = new Set<string>();
  const featured = chosen.map((brief) => {
    const figure = brief.figures.find(({ kind, id }) => kind === 'figure' && !shown.has(id));
    if (figure) shown.add(figure.id);
    return { brief, chart: figure && charts.get(figure.id) };
  });
  return { featured, newest: briefs.filter((brief) => !chosen.includes(brief)).slice(0, mostNewest) };
}
