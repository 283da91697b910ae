import type { Layout } from './layout.ts';

/** A drawing in a layout. */
interface Attempt {
  layout: Layout;
  /** Of all that is drawn, in CSS pixels. */
  width: number;
}

const mostAttempts = 8;
const smallestPlot = 20;

/**
 * The widest plots with which a drawing fits its width, by drawing it: from the
 * last two attempts to the next, and into the middle where a label that comes or
 * goes has led astray. What does not fit at all comes out wider than it should.
 * Gives the attempt that was drawn last.
 */
export function fitted<Own extends Attempt>(first: Layout, draw: (layout: Layout) => Own): Own {
  const { total: width } = first;
  let last = draw(first);
  let fitting: Own | undefined;
  let widest = Number.POSITIVE_INFINITY;
  let slope = first.across;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { plot } = last.layout;
    if (isWithin(last, width)) {
      if (!fitting || plot > fitting.layout.plot) fitting = last;
      if (last.width > width - 3) break;
    } else widest = Math.min(widest, plot);
    const narrowest = fitting?.layout.plot ?? smallestPlot;
    if (widest - narrowest < 1) break;
    let next = Math.round(plot * 10 - Math.ceil(((last.width - width + 1) / slope) * 10)) / 10;
    if (next <= narrowest || next >= widest)
      next = Math.round((narrowest + Math.min(widest, width)) * 5) / 10;
    const before = last;
    last = draw({ ...last.layout, plot: next });
    slope = slopeBetween(before, last) ?? slope;
  }
  const isBetter = isWithin(last, width) && (!fitting || last.layout.plot > fitting.layout.plot);
  const best = isBetter ? last : (fitting ?? last);
  return best === last ? last : draw(best.layout);
}

/** By how much a drawing grows with its plots. */
function slopeBetween(before: Attempt, last: Attempt): number | undefined {
  const found = (last.width - before.width) / (last.layout.plot - before.layout.plot);
  return found > 0.2 && Number.isFinite(found) ? found : undefined;
}

/** A layout with plots of the width that will fit if as much stands beside them as in another drawing. */
export function guessed(layout: Layout, { layout: { plot, across }, width }: Attempt): Layout {
  if (across !== layout.across) return layout;
  const beside = width - plot * across;
  const likely = Math.floor(((layout.total - 1 - beside) / across) * 10) / 10;
  return { ...layout, plot: Math.max(smallestPlot, likely) };
}

// One pixel is kept free: browsers place glyphs and strokes a little beyond what is measured.
const isWithin = (drawn: Attempt, width: number): boolean => drawn.width <= width - 1;
