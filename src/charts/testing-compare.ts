import { beforeAll, expect, test } from 'vitest';
import { rowsByName } from './pin.ts';
import { visitMarks } from './scene.ts';
import {
  bothPictures,
  drawingOf,
  drawPlainly,
  galleryLanguages,
  galleryNames,
  type Picture,
} from './testing-gallery.ts';
import { difference, loadRasteriser, shownTexts } from './testing-pictures.ts';
import { themeFor } from './theme.ts';

/** The most that a picture may differ from Vega's own: of all pixels, and of those that are drawn upon. */
export const most = { ofAll: 0.005, ofDrawn: 0.03 };

/** What a picture says, however it is broken into lines. */
export const saidBy = ({ root }: Picture): string[] =>
  shownTexts(root)
    .map(({ text }) => text.replace(/[\s\u200b]/g, ''))
    .sort();

/** What readers of a language do not expect: codes, names of fields, words and numbers of other languages. */
export function foreignTo(language: string, { root }: Picture): string[] {
  const coded = /LAO|KHM|VNM|WHO-WPR|primary-care|old-age|undefined|NaN|null|\[object|_/;
  const latin = /\p{Script=Latin}{2,}/u;
  const english = /\b(?:of|and|the|January|March|Mon|Sunday|Count|Place|Year)\b/;
  const grouped = ['lo', 'vi'].includes(language) ? /[1-9],\d{3}\b|\d\.\d%/ : /[1-9]\.\d{3}\b|\d,\d%/;
  const strange = [coded, grouped, ...(language === 'vi' ? [english] : language === 'en' ? [] : [latin])];
  return shownTexts(root)
    .map(({ text }) => text)
    .filter((text) => strange.some((pattern) => pattern.test(text)));
}

/** The marks of a scene that stand for data, by kind: how many there are. */
function marksIn({ root }: Picture): Record<string, number> {
  const counts: Record<string, number> = {};
  visitMarks(root, ({ role, marktype, items }) => {
    if (role === 'mark' && marktype !== 'group') counts[marktype] = (counts[marktype] ?? 0) + items.length;
  });
  return counts;
}

/**
 * Tests of each chart of the gallery at a width: its texts in each language
 * against what Vega alone makes of the chart's portable spec, its picture in one
 * language, which is the same in all but for places, and its marks against the spec as it was written.
 */
export function testGallery(width: number): void {
  beforeAll(loadRasteriser);

  test.each(galleryNames.map((name, index) => [name, index] as const))('%s', async (name, index) => {
    for (const [turn, language] of galleryLanguages.entries()) {
      const drawing = drawingOf(name, language, width);
      const { own, plain } = await bothPictures(drawing);
      expect(saidBy(own), language).toEqual(saidBy(plain));
      expect(foreignTo(language, own), language).toEqual([]);
      if ((index + width) % galleryLanguages.length !== turn) continue;
      const { ofAll, ofDrawn } = difference(await own.svg(), await plain.svg());
      expect(ofAll, language).toBeLessThan(most.ofAll);
      expect(ofDrawn, language).toBeLessThan(most.ofDrawn);
      const { scale } = themeFor('ltr', { ticks: 5, gradient: 200 });
      const datasets = rowsByName(drawing.data);
      const written = await drawPlainly({ ...drawing.chart.spec, datasets, config: { scale } });
      expect(marksIn(own), language).toEqual(marksIn(written));
    }
  });
}
