import type { Brief } from '../briefs/index.ts';
import type { Site } from './load.ts';

/** The briefs before and after one by date. */
export interface Neighbours {
  /** The series that they are of, where it has more than one brief. */
  series?: string | undefined;
  previous?: Brief | undefined;
  next?: Brief | undefined;
}

/** What was published before a brief and after it: in its series if it is of one, otherwise on the site. */
export function neighboursOf({ briefs }: Pick<Site, 'briefs'>, { slug, facts }: Brief): Neighbours {
  const inSeries =
    facts.series === undefined ? [] : briefs.filter((other) => other.facts.series === facts.series);
  const series = inSeries.length > 1 ? facts.series : undefined;
  // The newest stands first.
  const row = series === undefined ? briefs : inSeries;
  const at = row.findIndex((other) => other.slug === slug);
  return at < 0 ? {} : { series, previous: row[at + 1], next: row[at - 1] };
}
