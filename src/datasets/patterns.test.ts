import { expect, test } from 'vitest';
import { isPattern, unfitting } from './patterns.ts';

test('finds the texts that do not fit as a whole', () => {
  expect(unfitting('[A-Z]{3}', new Set(['LAO', 'LA', 'xLAO']))).toEqual(new Set(['LA', 'xLAO']));
});

test('gives up on a pattern that goes back for ever', () => {
  expect(unfitting('(a|a)*b', new Set(['a'.repeat(60)]))).toBeUndefined();
});

test.each(['(', 'a{1000}', `${'a?'.repeat(150)}`])('%s is no pattern', (pattern) => {
  expect(isPattern(pattern)).toBe(false);
});
