import type { Direction } from '../i18n/index.ts';
import { drawn } from './palette.ts';

/** Sizes of text in CSS pixels, the same at every width. */
export const labelSize = 12;
export const titleSize = 13;
export const lineHeight = 16;
/** Where the title of an upright axis stands, above the plot. */
export const titleRise = -10;
export const legendOffset = 12;
/** Between plots side by side. */
export const plotSpacing = 36;

/** Sizes of guides that depend on the layout, or the signals that hold them. */
export interface GuideSizes {
  ticks: number | { signal: string };
  gradient: number | { signal: string };
}

/** The one theme as a Vega-Lite config: quiet grid, no frame, titles above the plot instead of sideways. */
export function themeFor(direction: Direction, { ticks, gradient }: GuideSizes) {
  const rightToLeft = direction === 'rtl';
  // Names of rows stand where their script begins.
  const named = { grid: false, ...(rightToLeft ? { orient: 'right', titleAlign: 'right' } : {}) };
  return {
    background: null,
    padding: 0,
    customFormatTypes: true,
    font: 'sans-serif',
    mark: { color: drawn.places[0], tooltip: null },
    text: { color: drawn.ink, fontSize: labelSize, lineHeight },
    rule: { color: drawn.axis },
    line: { strokeWidth: 2.25, strokeCap: 'round', strokeJoin: 'round' },
    point: { filled: true, size: 60, opacity: 1 },
    circle: { opacity: 1 },
    square: { opacity: 1 },
    tick: { thickness: 2 },
    area: { opacity: 0.85 },
    // Land that stands for no value.
    geoshape: { color: drawn.grid, stroke: drawn.ground, invalid: 'show' },
    scale: { invalid: { color: { value: drawn.grid }, fill: { value: drawn.grid } } },
    boxplot: { median: { color: drawn.ground } },
    view: { stroke: null },
    range: {
      category: drawn.places,
      ordinal: { scheme: ['#c5dbe5', '#0b5c7a'] },
      ramp: { scheme: ['#dcebf1', '#0b5c7a'] },
      heatmap: { scheme: ['#dcebf1', '#0b5c7a'] },
      diverging: { scheme: ['#c4460c', '#f2efe9', '#0b5c7a'] },
    },
    axis: {
      labelColor: drawn.muted,
      labelFontSize: labelSize,
      labelLimit: 0,
      labelPadding: 6,
      titleColor: drawn.muted,
      titleFontSize: titleSize,
      titleFontWeight: 400,
      titleLineHeight: lineHeight,
      titleLimit: 0,
      labelLineHeight: lineHeight,
      gridColor: drawn.grid,
      domainColor: drawn.axis,
      tickColor: drawn.axis,
    },
    axisX: {
      grid: false,
      labelAngle: 0,
      tickSize: 4,
      tickCount: ticks,
      titlePadding: 8,
      labelFlush: false,
      labelSeparation: 4,
    },
    axisY: {
      domain: false,
      ticks: false,
      tickCount: 5,
      titleAngle: 0,
      titleAnchor: 'end',
      titleAlign: 'left',
      titleBaseline: 'bottom',
      titleX: 0,
      titleY: titleRise,
    },
    // The title of an axis at the other side ends where its labels begin.
    axisRight: { titleAlign: 'right' },
    axisYBand: named,
    axisYPoint: named,
    legend: {
      orient: 'top',
      direction: 'horizontal',
      labelColor: drawn.ink,
      labelFontSize: labelSize,
      labelLimit: 0,
      titleColor: drawn.muted,
      titleFontSize: labelSize,
      titleFontWeight: 400,
      titleLimit: 0,
      titleLineHeight: lineHeight,
      columnPadding: 16,
      rowPadding: 4,
      symbolStrokeWidth: 2.5,
      symbolOpacity: 1,
      offset: legendOffset,
      // One below the other, so that none is cut off beside another.
      layout: { direction: 'vertical', anchor: rightToLeft ? 'end' : 'start' },
      gradientLength: gradient,
    },
    header: {
      labelColor: drawn.ink,
      labelFontSize: titleSize,
      labelFontWeight: 700,
      labelLimit: 0,
      labelLineHeight: lineHeight,
      labelAnchor: rightToLeft ? 'end' : 'start',
      titleAnchor: rightToLeft ? 'end' : 'start',
      titleColor: drawn.muted,
      titleFontSize: titleSize,
      titleFontWeight: 400,
      titleLimit: 0,
    },
    title: { color: drawn.ink, fontSize: titleSize, fontWeight: 700, anchor: 'start', limit: 0 },
    // The last label of one axis stands beside the first of the next.
    facet: { spacing: plotSpacing },
    concat: { spacing: plotSpacing },
  };
}
