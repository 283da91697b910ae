import type { Datum, ShownUnit } from './shown.ts';
import { type Reading, type Variable, variableOf } from './variables.ts';
import { type ChannelDefinition, definitionsOf } from './view.ts';

export type Kind =
  | 'line'
  | 'area'
  | 'bar'
  | 'histogram'
  | 'points'
  | 'scatter'
  | 'heatMap'
  | 'pie'
  | 'map'
  | 'boxPlot';

/** One mark of a chart, and what its channels show. */
export interface ReadUnit extends ShownUnit {
  kind: Kind;
  /** What the values stand over: years, places, intervals; two of them in a heat map, none in a strip. */
  positions: readonly Variable[];
  /** What is measured; nothing where the marks only stand for something. */
  measure: Variable | undefined;
  /** Its length is not its place on the axis: a part of a stack. */
  isStacked: boolean;
  channels: Readonly<Record<string, Variable>>;
}

const kinds: Readonly<Record<string, Kind>> = {
  line: 'line',
  trail: 'line',
  area: 'area',
  bar: 'bar',
  rect: 'heatMap',
  point: 'points',
  circle: 'points',
  square: 'points',
  tick: 'points',
  arc: 'pie',
  geoshape: 'map',
};

/** Reads a mark that shows data; nothing for labels, rules and other marks that only annotate. */
export function readUnit(unit: ShownUnit, reading: Reading): ReadUnit | undefined {
  const { view, mark, part, fields, paths } = unit;
  const kind = part === '' ? kinds[mark] : part === 'boxplot-box' ? 'boxPlot' : undefined;
  if (!kind || paths.length === 0) return undefined;
  const channels: Record<string, Variable> = {};
  for (const [channel, definition] of Object.entries(view.encoding ?? {})) {
    const end = view.encoding?.[`${channel}2`] as ChannelDefinition | undefined;
    const [first] = definitionsOf(definition).flatMap((each) => {
      const endField = each.bin && typeof end?.field === 'string' ? end.field : '';
      return variableOf(each, fields, reading, endField) ?? [];
    });
    if (first) channels[channel] = first;
  }
  const { x, y, theta } = channels;
  const colour = channels.color ?? channels.fill;
  const read = { ...unit, channels, isStacked: false };
  if (kind === 'pie') return { ...read, kind, positions: colour ? [colour] : [], measure: theta };
  if (kind === 'map')
    return { ...read, kind, positions: [], measure: colour?.isMeasure ? colour : undefined };
  if (kind === 'heatMap') {
    const shade = colour ?? channels.opacity;
    // A rectangle between four values is a ground for something else.
    if (!x || !y || !shade || channels.x2 || channels.y2) return undefined;
    return { ...read, kind, positions: [x, y], measure: shade.isMeasure ? shade : undefined };
  }
  if (kind === 'boxPlot') {
    const positions = [x, y].flatMap((each) => (each && !each.isMeasure ? each : []));
    return { ...read, kind, positions, measure: y?.isMeasure ? y : x };
  }
  if (!x && !y) return undefined;
  if (x?.isMeasure && y?.isMeasure) {
    if (kind === 'points') return { ...read, kind: 'scatter', positions: [x], measure: y };
    // A path through two measures has neither a beginning nor an end in time.
    if (channels.order) return { ...read, kind, positions: [], measure: undefined };
  }
  const isUpright = y?.isMeasure && !(x?.isMeasure && isLying(unit));
  const along = isUpright ? 'y' : 'x';
  const [position, measure] = isUpright ? [x, y] : [y, x];
  const positions = position ? [position] : [];
  if (!measure?.isMeasure) return { ...read, kind, positions, measure: undefined };
  const end = channels[`${along}2`];
  if (kind !== 'points' && end) {
    const { [along]: _, ...others } = channels;
    const length = lengthOf(unit, measure, end, reading);
    const own = length ? { ...others, [along]: length } : others;
    return { ...read, kind, positions, channels: own, measure: length, isStacked: length !== undefined };
  }
  return {
    ...read,
    kind: kind === 'bar' && position?.isInterval ? 'histogram' : kind,
    positions,
    measure,
    isStacked: paths.flat().some((datum) => isLifted(datum, measure)),
  };
}

/** True for what stands on something else, or is drawn in another size than its own. */
function isLifted(datum: Datum, { key, value }: Variable): boolean {
  const [start, end] = [datum[`${key}_start`], datum[`${key}_end`]];
  if (typeof start !== 'number' || typeof end !== 'number') return false;
  return (start !== 0 && end !== 0) || Math.abs(end - start) !== Math.abs(Number(value(datum)));
}

const isLying = ({ view: { mark } }: ShownUnit): boolean =>
  typeof mark === 'object' && mark.orient === 'horizontal';

/** The measure that the length between two ends stands for, where an editor has put the parts of a stack side by side. */
function lengthOf(
  { fields, paths }: ShownUnit,
  start: Variable,
  end: Variable,
  reading: Reading,
): Variable | undefined {
  const rows = paths.flat();
  const isLength = ({ value }: Variable) =>
    rows.every((datum) => {
      const [from, to, own] = [start.value(datum), end.value(datum), value(datum)].map(Number);
      return Math.abs(Math.abs((to ?? 0) - (from ?? 0)) - (own ?? 0)) < 1e-9 * Math.abs(to ?? 0);
    });
  return [...fields]
    .filter(([, { kind }]) => kind === 'measure')
    .flatMap(([name]) => variableOf({ field: name, type: 'quantitative' }, fields, reading) ?? [])
    .find(isLength);
}
