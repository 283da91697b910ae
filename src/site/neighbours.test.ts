import { expect, test } from 'vitest';
import type { Brief } from '../briefs/index.ts';
import { neighboursOf } from './neighbours.ts';

const brief = (slug: string, series?: string) => ({ slug, facts: { series } }) as unknown as Brief;
// Newest first, as in a site.
const briefs = [brief('d'), brief('c', 'trade'), brief('b', 'alone'), brief('a', 'trade')];
const of = (slug: string) => {
  const { series, previous, next } = neighboursOf(
    { briefs },
    briefs.find((each) => each.slug === slug) as Brief,
  );
  return [series, previous?.slug, next?.slug];
};

test('a brief of a series stands between those of it', () => {
  expect(of('c')).toEqual(['trade', 'a', undefined]);
  expect(of('a')).toEqual(['trade', undefined, 'c']);
});

test('one of no series, or alone in its own, stands between all by date', () => {
  expect(of('d')).toEqual([undefined, 'c', undefined]);
  expect(of('b')).toEqual([undefined, 'a', 'c']);
});

test('one that is not on the site, as a preview, has none', () => {
  expect(neighboursOf({ briefs }, brief('x'))).toEqual({});
});
