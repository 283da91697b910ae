import { type Brief, briefPlaces } from '../briefs/index.ts';
import type { Site } from './load.ts';

/** As many as a reader may look through. */
const most = 3;

/**
 * The briefs that a reader of one may go on with, the nearest first: of the same
 * series, on the same places, from the same data, on the same topics. What has
 * neither a place, a data set nor a series in common is not related.
 */
export function relatedBriefs({ briefs }: Pick<Site, 'briefs'>, brief: Brief): Brief[] {
  return briefs
    .filter(({ slug }) => slug !== brief.slug)
    .map((other) => ({ other, nearness: nearness(brief, other) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, most)
    .map(({ other }) => other);
}

/** Of equal nearness, the newest comes first, as it does in the site. */
function nearness(one: Brief, other: Brief): number {
  const series = one.facts.series !== undefined && one.facts.series === other.facts.series ? 1 : 0;
  const places = share(briefPlaces(one.facts), briefPlaces(other.facts));
  const data = share([...one.releases.keys()], [...other.releases.keys()]);
  if (series + places + data === 0) return 0;
  return 2 * series + places + data + share(one.facts.topics, other.facts.topics);
}

/** What part of two lists is in both, 0 to 1. */
function share(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : one.filter((each) => other.includes(each)).length / all.size;
}
