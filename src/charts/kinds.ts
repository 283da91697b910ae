import type { Fact } from './facts.ts';
import type { ReadPlot } from './read-plot.ts';
import type { Kind, ReadUnit } from './read-unit.ts';
import type { Series } from './series.ts';

// What says most about a chart comes first.
const order: readonly Kind[] = [
  'map',
  'pie',
  'boxPlot',
  'heatMap',
  'bar',
  'histogram',
  'area',
  'line',
  'scatter',
  'points',
];

/** What kinds of marks a plot has and how many, what panels it is divided into, and what all of it is about. */
export function factsOfKinds(plot: ReadPlot): Fact[] {
  const facts = order.flatMap((kind): Fact[] => {
    const units = plot.units.filter((unit) => unit.kind === kind);
    if (units.length === 0 || isOnOthers(kind, plot)) return [];
    const series = plot.seriesOf(units);
    if (kind === 'bar' && units.some(({ isStacked }) => isStacked)) {
      return [{ key: 'description.stackedBar', values: { count: stacks(series, plot) } }];
    }
    if (kind === 'map' && series.length === 0) return [{ key: 'description.mapOnly', values: {} }];
    return [{ key: `description.${kind}`, values: { count: countOf(kind, units, series, plot) } }];
  });
  const { facets, units, common } = plot;
  const rows = units.flatMap(({ paths }) => paths.flat());
  const panels = new Set(rows.map((datum) => JSON.stringify(facets.map((each) => each.value(datum)))));
  const title = facets.map((each) => each.title).join(', ');
  if (facets.length > 0 && facets.every((each) => each.title !== '')) {
    facts.push({ key: 'description.panels', values: { count: panels.size, title } });
  }
  if (common.length > 0) facts.push({ key: 'description.common', values: { names: common.join(', ') } });
  return facts;
}

/** Points that only mark the values of lines or bars are not a kind of their own. */
function isOnOthers(kind: Kind, { units, seriesOf }: ReadPlot): boolean {
  if (kind !== 'points') return false;
  const others = units.filter((unit) => unit.kind !== 'points');
  return others.length > 0 && seriesOf(units).length === seriesOf(others).length;
}

function countOf(kind: Kind, units: readonly ReadUnit[], series: readonly Series[], plot: ReadPlot): number {
  const isJoined = kind === 'line' || kind === 'area';
  if (isJoined && series.some(({ isCrowded }) => isCrowded)) return pathCount(units);
  if (series.length === 0 || kind === 'boxPlot') return isJoined ? pathCount(units) : rowCount(units);
  if (isJoined) return series.length;
  if (kind === 'histogram') return stacks(series, plot);
  // A scatter plot has as many points as rows, also where some cover each other.
  return kind === 'scatter' ? rowCount(units) : series.reduce((sum, { points }) => sum + points.length, 0);
}

const pathCount = (units: readonly ReadUnit[]): number => Math.max(...units.map(({ paths }) => paths.length));

const rowCount = (units: readonly ReadUnit[]): number =>
  Math.max(...units.map(({ paths }) => paths.flat().length));

/** Bars that stand on each other are one. */
function stacks(series: readonly Series[], { facets }: ReadPlot): number {
  const places = series.flatMap(({ names, points }) => {
    const panel = facets.map(({ field }) => names.get(field)?.code);
    return points.map(({ key }) => JSON.stringify([panel, key]));
  });
  return new Set(places).size;
}
