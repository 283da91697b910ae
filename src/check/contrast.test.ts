import { expect, test } from 'vitest';
import type { Site, SiteFiles } from '../site/index.ts';
import { contrast } from './contrast.ts';
import { accentContrast } from './rules/accent-contrast.ts';

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a colour that cannot be read is refused', () => {
  const problems = (accent: string) =>
    [
      ...accentContrast.check({ settings: { accent } } as Site, { texts: new Map() } as unknown as SiteFiles),
    ].map(({ message }) => message);
  expect(problems('#0b5c7a')).toEqual([]);
  expect(problems('#7fb2c6')).toEqual([
    'The accent #7fb2c6 has a contrast of 2.31 to 1 on white; text needs 4.5.',
  ]);
});
