import type { Layout } from './layout.ts';
import type { DrawnChart } from './render.ts';

interface Attempt {
  layout: Layout;
  drawn: DrawnChart;
}

const mostAttempts = 8;
const smallestPlot = 20;
/** A plot keeps its lines and ticks when it becomes wider or narrower by this share of what they were made for. */
const sameLabels = { wider: 0.25, narrower: 0.06 };
const keepsLabels = (plot: number, drawnFor: number): boolean =>
  plot <= drawnFor * (1 + sameLabels.wider) && plot >= drawnFor * (1 - sameLabels.narrower);
/** So much may be left free at the side, in CSS pixels: to use it costs a drawing, and nobody sees it. */
const slack = 6;

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
  let drawnFor = first.plot;
  let fitting: Attempt | undefined;
  let widest = Number.POSITIVE_INFINITY;
  let slope = slopeBetween(earlier, last) ?? first.across;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { plot } = last.layout;
    if (isWithin(last.drawn, width)) {
      if (!fitting || plot > fitting.layout.plot) fitting = last;
      if (last.drawn.width > width - slack) break;
    } else widest = Math.min(widest, plot);
    const narrowest = fitting?.layout.plot ?? smallestPlot;
    if (widest - narrowest < 1) break;
    let next = plot - Math.ceil(((last.drawn.width - width + 1) / slope) * 10) / 10;
    if (next <= narrowest || next >= widest)
      next = Math.round((narrowest + Math.min(widest, width)) * 5) / 10;
    const layout = { ...last.layout, plot: next };
    const before = last;
    const resized = keepsLabels(next, drawnFor) ? last.drawn.resized : undefined;
    if (!resized) drawnFor = next;
    last = { layout, drawn: resized ? resized(next) : draw(layout) };
    slope = slopeBetween(before, last) ?? slope;
  }
  if (isWithin(last.drawn, width) && (!fitting || last.layout.plot > fitting.layout.plot)) return last;
  if (!fitting || fitting === last) return last;
  // It may have been laid out anew since.
  const { layout } = fitting;
  return {
    layout,
    drawn:
      (keepsLabels(layout.plot, drawnFor) ? last.drawn.resized?.(layout.plot) : undefined) ?? draw(layout),
  };
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
