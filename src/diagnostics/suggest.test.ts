import { expect, test } from 'vitest';
import { closest, didYouMean } from './suggest.ts';

test.each([
  ['titel', ['title', 'summary'], 'title'],
  ['oop', ['out-of-pocket-share'], undefined],
  ['Lao', ['LAO', 'KHM'], 'LAO'],
  ['km', ['en', 'lo'], undefined],
  ['vlaue', ['place', 'value'], 'value'],
])('suggests for %s', (word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected);
});

test('lists what there is when nothing is alike', () => {
  expect(didYouMean('zzz', ['bars', 'lines'], 'charts')).toBe('Charts: bars, lines.');
  expect(didYouMean('zzz', [], 'charts')).toBe('There are no charts yet.');
});
