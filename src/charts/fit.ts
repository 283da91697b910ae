import type { Layout } from './layout.ts';
import type { DrawnChart } from './render.ts';

interface Attempt {
  layout: Layout;
  drawn: DrawnChart;
}

const mostAttempts = 8;
const smallestPlot = 20;

/**
 * The widest plots with which a drawing fits its width, by drawing it: from the
 * last two attempts to the next, and into the middle where a label that comes or
 * goes has led astray. What does not fit at all comes out wider than it should.
 */
export function fitted(
  width: number,
  first: Layout,
  draw: (layout: Layout) => DrawnChart,
  earlier?: Attempt,
): Attempt {
  let last: Attempt = { layout: first, drawn: draw(first) };
  let fitting: Attempt | undefined;
  let widest = Number.POSITIVE_INFINITY;
  let slope = slopeBetween(earlier, last) ?? first.across;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { plot } = last.layout;
    if (isWithin(last.drawn, width)) {
      if (!fitting || plot > fitting.layout.plot) fitting = last;
      if (last.drawn.width > width - 3) break;
    } else widest = Math.min(widest, plot);
    const narrowest = fitting?.layout.plot ?? smallestPlot;
    if (widest - narrowest < 1) break;
    let next = plot - Math.ceil(((last.drawn.width - width + 1) / slope) * 10) / 10;
    if (next <= narrowest || next >= widest)
      next = Math.round((narrowest + Math.min(widest, width)) * 5) / 10;
    const layout = { ...last.layout, plot: next };
    const before = last;
    last = { layout, drawn: draw(layout) };
    slope = slopeBetween(before, last) ?? slope;
  }
  if (isWithin(last.drawn, width) && (!fitting || last.layout.plot > fitting.layout.plot)) return last;
  return fitting ?? last;
}

/** By how much a drawing grows with its plots, as far as two drawings for the same width tell. */
function slopeBetween(before: Attempt | undefined, last: Attempt): number | undefined {
  if (before?.layout.total !== last.layout.total || before.layout.across !== last.layout.across)
    return undefined;
  const found = (last.drawn.width - before.drawn.width) / (last.layout.plot - before.layout.plot);
  return found > 0.2 && Number.isFinite(found) ? found : undefined;
}

/** A layout with plots of the width that will fit if as much stands beside them as in another drawing. */
export function guessed(layout: Layout, { layout: { plot, across }, drawn }: Attempt): Layout {
  if (across !== layout.across) return layout;
  const beside = drawn.width - plot * across;
  const likely = Math.floor(((layout.total - 1 - beside) / across) * 10) / 10;
  return { ...layout, plot: Math.max(smallestPlot, likely) };
}

// One pixel is kept free: browsers place glyphs and strokes a little beyond what is measured.
const isWithin = (drawn: DrawnChart, width: number): boolean => drawn.width <= width - 1;
