import type { Brief } from '../briefs/index.ts';
import { formatYear } from '../i18n/index.ts';
import type { Site } from './load.ts';
import type { Locale } from './locale.ts';

/** What briefs are listed by, as it stands in addresses. */
export const listings = ['topics', 'kinds', 'years', 'series'] as const;
export type Listing = (typeof listings)[number];

/** The briefs that have something in common, newest first. */
export interface BriefList {
  by: Listing;
  /** The topic, the kind, the year or the series. */
  id: string;
  briefs: readonly Brief[];
}

/** Every list of briefs that has one in it. Topics and series stand in the order of site.yaml, years newest first. */
export function briefLists({ briefs, settings }: Pick<Site, 'briefs' | 'settings'>): BriefList[] {
  const idsOf: Record<Listing, (brief: Brief) => readonly string[]> = {
    topics: ({ facts }) => facts.topics,
    kinds: ({ facts }) => [facts.kind],
    years: ({ facts }) => [facts.date.slice(0, 4)],
    series: ({ facts }) => (facts.series === undefined ? [] : [facts.series]),
  };
  const first = { topics: settings.topics, series: settings.series, kinds: [], years: [] };
  return listings.flatMap((by) =>
    [...new Set([...first[by], ...briefs.flatMap(idsOf[by])])].flatMap((id) => {
      const own = briefs.filter((brief) => idsOf[by](brief).includes(id));
      return own.length > 0 ? [{ by, id, briefs: own }] : [];
    }),
  );
}

/** What a list is called. */
export function listName({ by, id }: Pick<BriefList, 'by' | 'id'>, { language, ...locale }: Locale): string {
  switch (by) {
    case 'topics':
      return locale.topic(id);
    case 'series':
      return locale.series(id);
    case 'kinds':
      return locale.message(`kinds.${id}.name`);
    case 'years':
      return formatYear(Number(id), language);
  }
}
