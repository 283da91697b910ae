import { expect, test } from 'vitest';
import { embedCode } from './embed-code.ts';

const chart = {
  address: 'https://example.org/en/charts/a/embed/',
  title: 'Say "less" & <more>',
  texts: ['Share, %'],
  pictures: ['<svg width="328" height="300">', '<svg width="680" height="420">'],
};
const heightOf = (code: string) => Number(/ height="(\d+)"/.exec(code)?.[1]);

test('is one frame, whatever its title says', () => {
  const code = embedCode(chart);
  expect(code).toMatch(
    /^<iframe src="https:\/\/example\.org\/en\/charts\/a\/embed\/" title="[^"<]*"[^<]*><\/iframe>$/,
  );
  expect(code).toContain('title="Say &quot;less&quot; &amp; &lt;more>"');
});

test('is higher than the highest picture, and the more so the longer the texts', () => {
  const height = heightOf(embedCode(chart));
  expect(height).toBeGreaterThan(420 + 100);
  expect(heightOf(embedCode({ ...chart, texts: ['Share, % '.repeat(30)] }))).toBeGreaterThan(height + 150);
});
