import { expect, test } from 'vitest';
import { pictureOf, settle } from './draw.ts';
import { makePlotter } from './render.ts';
import { drawingOf } from './testing-gallery.ts';

// Ticks that come and go, labels that are moved apart, a legend of colours, plots that wrap.
const names = ['line-labelled', 'aggregate-calculate', 'scale-diverging', 'time-days', 'facet-many'];

test.each(names)('%s drawn at another width first is the same picture', async (name) => {
  const wide = drawingOf(name, 'lo', 680);
  const narrow = { ...wide, width: 328 };
  const earlier = await settle(narrow);
  const small = pictureOf(narrow, earlier).svg;
  const afresh = await settle(wide, { ...earlier, plotter: makePlotter(earlier.pinned.data, 'lo') });
  const again = await settle(wide, earlier);
  expect(pictureOf(wide, again).svg).toBe(pictureOf(wide, afresh).svg);
  expect(small).not.toBe(pictureOf(wide, again).svg);
});
