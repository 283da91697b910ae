import { beforeAll, expect, test } from 'vitest';
import { foreignTo, most, saidBy } from './testing-compare.ts';
import { bothPictures, drawingOf, galleryNames } from './testing-gallery.ts';
import { difference, loadRasteriser } from './testing-pictures.ts';

// gallery-phone and gallery-wide compare with Vega's own pictures; here they must be able to fail.
beforeAll(loadRasteriser);

test('the gallery has at least sixty specs', () => {
  expect(galleryNames.length).toBeGreaterThanOrEqual(60);
});

test('sees a bar that is missing, one of another length, and one of another colour', async () => {
  const { own } = await bothPictures(drawingOf('bar-negative', 'en', 328));
  const svg = await own.svg();
  const bar = /<path d="M[\d.]+,[\d.]+h([\d.]+)[^"]*" fill="var\(--chart-2\)"\/>/;
  expect(svg.text).toMatch(bar);
  const changed = [
    svg.text.replace(bar, ''),
    svg.text.replace(bar, (path, length) => path.replaceAll(length, String(Number(length) - 14))),
    svg.text.replace(bar, (path) => path.replace('chart-2', 'chart-1')),
  ];
  expect(difference(svg, svg)).toEqual({ ofAll: 0, ofDrawn: 0 });
  for (const text of changed) {
    const { ofAll, ofDrawn } = difference(svg, { ...svg, text });
    expect(ofAll > most.ofAll || ofDrawn > most.ofDrawn, text).toBe(true);
  }
});

test('sees a text of another language, a code, and a number of another locale', async () => {
  const lao = await bothPictures(drawingOf('bar-sorted', 'lo', 680));
  const english = await bothPictures(drawingOf('bar-sorted', 'en', 680));
  expect(saidBy(lao.own)).not.toEqual(saidBy(english.plain));
  expect(foreignTo('lo', english.own)).toContain('Hospitals');
  const { own } = await bothPictures(drawingOf('point-shapes', 'en', 680));
  expect(foreignTo('vi', own)).toContain('6,000');
});
