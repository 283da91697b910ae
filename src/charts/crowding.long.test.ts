import { expect, test } from 'vitest';
import { settle } from './draw.ts';
import type { SceneMark } from './scene.ts';
import { drawingOf, galleryLanguages, galleryNames } from './testing-gallery.ts';
import { type ShownText, shownTexts } from './testing-pictures.ts';

/** Pairs of texts that cover each other by more than their edges. */
function overlaps(root: SceneMark): string[] {
  const texts = shownTexts(root);
  const cover = ({ bounds: a }: ShownText, { bounds: b }: ShownText) =>
    Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 1 && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 2;
  return texts.flatMap((one, index) =>
    texts
      .slice(0, index)
      .filter((other) => cover(one, other))
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

test.each(galleryNames.map((name, index) => [name, index] as const))(
  '%s has its labels side by side on small phones',
  async (name, index) => {
    // Arabic, at the other side, takes the words of English here; one chart in three will do.
    for (const language of [...galleryLanguages, ...(index % 3 === 0 ? ['ar'] : [])]) {
      const { drawn } = await settle(drawingOf(name, language, 320));
      expect(overlaps(drawn.root), language).toEqual([]);
      expect(drawn.width, language).toBeLessThanOrEqual(320);
    }
  },
);

test('sees labels that cover each other', async () => {
  const { drawn } = await settle(drawingOf('line-labelled', 'en', 320));
  const [first] = shownTexts(drawn.root);
  const bounds = first?.bounds ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
  const item = { bounds, text: 'again' };
  expect(
    overlaps({
      ...drawn.root,
      items: [...drawn.root.items, { bounds, items: [{ marktype: 'text', bounds, items: [item] }] }],
    }),
  ).not.toEqual([]);
});
