import { type Head, recordKinds } from './format.ts';
import type { Match } from './query.ts';

/** What results are narrowed down by. */
export const facets = ['kind', 'place', 'topic', 'year', 'language'] as const;
export type Facet = (typeof facets)[number];

/** A match with the values that it can be narrowed down by. */
export interface Found extends Match {
  values: Readonly<Record<Facet, readonly string[]>>;
}

/** What a reader chose; nothing for all. */
export type Choices = Readonly<Partial<Record<Facet, string>>>;

/** The matches of one language with their values; without those that are there in another language, where that is searched too. */
export function withValues(
  matches: readonly Match[],
  head: Head,
  language: string,
  skipBorrowed: boolean,
): Found[] {
  const borrowed = new Set(skipBorrowed ? head.borrowed : []);
  const listed = (text: string | undefined): string[] => (text ? text.split(' ') : []);
  return matches
    .filter(({ record }) => !borrowed.has(record))
    .map((match) => {
      const { record } = match;
      const year = head.years[record] ?? 0;
      return {
        ...match,
        values: {
          kind: [recordKinds[head.kinds[record] ?? 0] ?? ''],
          place: listed(head.places[record]),
          topic: listed(head.topics[record]),
          year: year === 0 ? [] : [String(year)],
          language: [language],
        },
      };
    });
}

/** The matches that fit all choices, but for one facet that is left open. */
export const narrowed = (found: readonly Found[], choices: Choices, open?: Facet): Found[] =>
  found.filter(({ values }) =>
    facets.every((facet) => {
      const choice = choices[facet];
      return facet === open || choice === undefined || values[facet].includes(choice);
    }),
  );

/** How many results each value of a facet would leave, with the other choices as they are. */
export function countsOf(found: readonly Found[], choices: Choices, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { values } of narrowed(found, choices, facet))
    for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
