import { type Sizes, sizeFor, standIns } from './sizes.ts';
import { plotSpacing } from './theme.ts';
import { type ChannelDefinition, definitionsOf, mapInner, markType, type View } from './view.ts';

/** How the space of one drawing is shared out. */
export interface Layout {
  /** Width of the whole drawing in CSS pixels. */
  total: number;
  /** Width of each plot, without its axes. */
  plot: number;
  /** Plots side by side in the widest row. */
  across: number;
  /** Most values that a facet has, as far as a drawing has shown. */
  facets: number;
  /** Width of the maps over their height, where there are any. */
  mapRatio?: number | undefined;
}

type Room = Pick<Layout, 'total' | 'facets' | 'mapRatio'>;

const narrowestPlot = 130;

/** The first guess of a layout: axes of about 45 px. */
export function firstLayout(spec: View, { total, ...shown }: Room): Layout {
  const across = columnsAcross(spec, { total, ...shown });
  return {
    total,
    ...shown,
    across,
    plot: Math.max(40, Math.floor((total - 45 - plotSpacing * (across - 1)) / across)),
  };
}

/** How many of `count` plots fit side by side. `own` is the space of the axis that each has for itself. */
export function columnsThatFit(count: number, total: number, own: number): number {
  const shared = own === 0 ? 40 : 0;
  for (let columns = count; columns > 1; columns -= 1) {
    if ((total - shared - plotSpacing * (columns - 1)) / columns - own >= narrowestPlot) return columns;
  }
  return 1;
}

const isFacet = (view: View) => view.facet !== undefined && view.spec !== undefined;

/** The number of plots side by side in the widest row. */
function columnsAcross(view: View, layout: Room): number {
  if (view.layer || view.mark) return 1;
  const inner = (views: readonly View[]) => Math.max(1, ...views.map((each) => columnsAcross(each, layout)));
  if (isFacet(view)) return facetColumns(view, layout) * inner([view.spec as View]);
  if (view.vconcat) return inner(view.vconcat);
  const concat = view.concat ?? view.hconcat;
  return concat ? concatColumns(view, concat, layout) * inner(concat) : 1;
}

function facetColumns({ facet, columns }: View, { total, facets }: Room): number {
  if (facet?.row && !facet.column) return 1;
  return columnsThatFit(Math.min(columns ?? facets, facets), total, 0);
}

const concatColumns = ({ columns }: View, concat: readonly View[], { total }: Room): number =>
  columnsThatFit(Math.min(columns ?? concat.length, concat.length), total, 35);

/** The spec with the columns of a layout, and numbers that stand for its sizes. Expects a normalised spec: no repeats, no row or column channels. */
export function laidOut(view: View, layout: Layout): View {
  if (view.layer || view.mark) return sized(view, layout);
  const { width: _, ...rest } = mapInner(view, (inner) => laidOut(inner, layout));
  if (isFacet(view)) return facetLaidOut(rest, layout);
  if (rest.hconcat) {
    const { hconcat, ...others } = rest;
    return { ...others, concat: hconcat, columns: concatColumns(view, hconcat, layout) };
  }
  return rest.concat ? { ...rest, columns: concatColumns(view, rest.concat, layout) } : rest;
}

function facetLaidOut(view: View, layout: Layout): View {
  const { facet } = view;
  if (!facet) return view;
  const columns = facetColumns(view, layout);
  // Columns that do not fit are wrapped; with rows too they form a grid, which cannot be.
  if (facet.column && !facet.row) {
    return columns < layout.facets ? { ...view, facet: facet.column, columns } : view;
  }
  return facet.row ? view : { ...view, columns };
}

function sized(view: View, { mapRatio }: Layout): View {
  const { width: _, ...rest } = view;
  const inner = rest.layer ? { ...rest, layer: rest.layer.map(withoutWidth) } : rest;
  const { width, height, mapHeight } = standIns;
  if (view.height !== undefined) return { ...inner, width };
  if (mapRatio !== undefined && unitsOf(view).some((unit) => markType(unit) === 'geoshape'))
    return { ...inner, width, height: mapHeight };
  return { ...inner, width, ...(needsHeight(view) ? { height } : {}) };
}

/** A spec that is laid out, with the sizes of its layout where numbers stand for them. */
export function withSizes(view: View, sizes: Sizes): View {
  const own = mapInner(view, (inner) => withSizes(inner, sizes));
  if (own.width !== undefined) own.width = sizeFor(own.width, sizes);
  if (own.height !== undefined) own.height = sizeFor(own.height, sizes);
  return own;
}

function withoutWidth({ width: _, ...view }: View): View {
  return view.layer ? { ...view, layer: view.layer.map(withoutWidth) } : view;
}

/** Rows of bars have a height of their own; all else is as high as the plot is wide, in proportion. */
function needsHeight(view: View): boolean {
  const channels = unitsOf(view).map((unit) => ({ unit, y: unit.encoding?.y }));
  if (channels.some(({ unit }) => ['arc', 'geoshape'].includes(markType(unit) ?? ''))) return true;
  if (channels.some(({ unit }) => unit.encoding?.['latitude'] !== undefined)) return true;
  const discrete = channels.some(({ y }) => y !== undefined && definitionsOf(y).some(isDiscrete));
  return !discrete && channels.some(({ y }) => y !== undefined);
}

export const unitsOf = (view: View): View[] => (view.layer ? view.layer.flatMap(unitsOf) : [view]);

/** A plot with each of its layers replaced. */
export const mapUnits = (view: View, change: (unit: View) => View): View =>
  view.layer ? mapInner(view, (inner) => mapUnits(inner, change)) : change(view);

/** True for a channel that sets its values apart instead of measuring them. */
export function isDiscrete({ field, type, aggregate, bin, timeUnit, scale }: ChannelDefinition): boolean {
  if (type === 'nominal' || type === 'ordinal') return true;
  if (type !== undefined || field === undefined) return false;
  return aggregate === undefined && !bin && timeUnit === undefined && scale?.type === undefined;
}
