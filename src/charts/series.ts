import type { ReadUnit } from './read-unit.ts';
import type { Datum } from './shown.ts';
import { type Reading, type Variable, variableOf } from './variables.ts';
import { type ChannelDefinition, definitionsOf } from './view.ts';

/** A value and where it stands. */
export interface Point {
  /** What stands at the same place has the same key; ordered where the position is. */
  key: number | string;
  /** Where it stands, in words; empty where there are none. */
  at: string;
  value: number;
  shown: string;
}

/** Values that belong together: a line, the bars of one colour. */
export interface Series {
  measure: Variable;
  /** What sets it apart from others, by field: the code, and the word for it. */
  names: ReadonlyMap<string, { code: string; word: string }>;
  points: readonly Point[];
  /** Points that a line or a row of bars joins, in order. */
  joined: readonly (readonly Point[])[];
  /** It has a course: its positions have an order, and no two values stand at the same. */
  isCourse: boolean;
  /** Two values stand at the same place. */
  isCrowded: boolean;
}

type Group = Omit<Series, 'isCrowded' | 'isCourse'> & { isRow: boolean; isOrdered: boolean };

/** Names that divide rows into series: the fields of the plot's facets, and of channels that do not measure. */
interface Divider {
  field: string;
  word(datum: Datum): string;
  /** It may be left out where no two values then stand at the same place. */
  mayLeave: boolean;
}

const dividing = ['color', 'fill', 'stroke', 'shape', 'detail', 'strokeDash', 'xOffset', 'yOffset'];

/** What a plot shows, series by series. `keys` are the ids of the fields that tell the rows of a release apart. */
export function seriesOf(
  units: readonly ReadUnit[],
  facets: readonly ChannelDefinition[],
  keys: ReadonlySet<string>,
  reading: Reading,
): Series[] {
  const dividers = units.map((unit) => dividersOf(unit, facets, reading));
  const groups = units.flatMap((unit, index) => groupsOf(unit, dividers[index] ?? [], keys, reading));
  const left = new Set<string>();
  let series = merged(groups, left);
  for (const { field, mayLeave } of dividers.flat()) {
    if (left.has(field) || !mayLeave) continue;
    const fewer = merged(groups, new Set([...left, field]));
    if (crowded(fewer) > crowded(series)) continue;
    left.add(field);
    series = fewer;
  }
  return series;
}

const crowded = (series: readonly Series[]): number => series.filter(({ isCrowded }) => isCrowded).length;

function dividersOf(
  { view, fields, positions, measure }: ReadUnit,
  facets: readonly ChannelDefinition[],
  reading: Reading,
): Divider[] {
  const encoded = dividing.flatMap((channel) =>
    definitionsOf(view.encoding?.[channel] ?? []).map((definition) => ({ channel, definition })),
  );
  const all = [...facets.map((definition) => ({ channel: 'facet', definition })), ...encoded];
  return all.flatMap(({ channel, definition }) => {
    const variable = variableOf(definition, fields, reading);
    const { field = '' } = variable ?? {};
    const isTold = [...positions, measure].some((each) => each?.field === field);
    if (!variable || variable.isMeasure || isTold || definition.type === 'geojson') return [];
    const isKnown = fields.has(field);
    const hasWords = isKnown || channel === 'facet' || (channel !== 'detail' && definition.legend !== null);
    // A stroke that changes along a line, or a colour for each bar, makes no series of its own.
    const isStyle = !isKnown || channel === 'strokeDash' || !positions[0]?.isOrdered;
    const mayLeave = channel !== 'facet' && isStyle;
    return [{ field, mayLeave, word: (datum: Datum) => (hasWords ? variable.show(datum) : '') }];
  });
}

function groupsOf(
  unit: ReadUnit,
  dividers: readonly Divider[],
  keys: ReadonlySet<string>,
  reading: Reading,
): Group[] {
  const { measure, positions, paths, fields, kind } = unit;
  if (!measure) return [];
  // A field and its copies by other names are told once.
  const used = new Set([...positions, ...dividers].map(({ field }) => fields.get(field)?.id));
  const told = [...fields].flatMap(([name, known]) => {
    if (!keys.has(known.id) || known.kind === 'measure' || used.has(known.id)) return [];
    used.add(known.id);
    return [{ ...known, name }];
  });
  const [position] = positions;
  const place = (datum: Datum) => position?.value(datum);
  const groups: Group[] = [];
  for (const path of paths) {
    const inOrder = [...path].sort((one, other) => compared(place(one), place(other)));
    for (const rows of Map.groupBy(inOrder, (datum) => codesOf(dividers, datum)).values()) {
      const [first] = rows;
      if (!first) continue;
      const constant = told.filter(({ name }) => rows.every((datum) => datum[name] === first[name]));
      const names = new Map(
        [
          ...dividers.map(({ field, word }) => ({ field, word: word(first) })),
          ...constant
            .filter(({ name }) => first[name] !== undefined)
            .map(({ name, show }) => ({ field: name, word: show(first[name] as string) })),
        ].map(({ field, word }) => [field, { code: String(first[field]), word }]),
      );
      const rest = told.filter((field) => !constant.includes(field));
      const others = rest.flatMap(({ name }) => variableOf({ field: name }, fields, reading) ?? []);
      const points = rows.map((datum) => pointOf(datum, measure, positions, others));
      groups.push({
        measure,
        names,
        points: points.filter((each) => each !== undefined),
        joined: kind === 'line' || kind === 'area' ? runsOf(points) : [],
        isOrdered: kind !== 'scatter' && positions.length === 1 && position?.isOrdered === true,
        isRow: kind === 'bar' || kind === 'histogram',
      });
    }
  }
  return groups;
}

const codesOf = (dividers: readonly Divider[], datum: Datum): string =>
  JSON.stringify(dividers.map(({ field }) => datum[field]));

function pointOf(
  datum: Datum,
  measure: Variable,
  positions: readonly Variable[],
  others: readonly Variable[],
): Point | undefined {
  const value = measure.value(datum);
  if (typeof value !== 'number') return undefined;
  const places = positions.length > 0 ? positions : others;
  const codes = places.map((each) => each.value(datum));
  if (codes.includes(undefined)) return undefined;
  const [only = ''] = codes;
  const told = [...positions, ...others];
  return {
    key: codes.length < 2 ? only : JSON.stringify(codes),
    value,
    // Few points are told, and words of dates take their time.
    get at() {
      const words = told.map((each) => each.show(datum));
      return words.includes('') ? '' : words.join(', ');
    },
    get shown() {
      return measure.show(datum);
    },
  };
}

/** What stands between two gaps. */
function runsOf(points: readonly (Point | undefined)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Numbers and years in their order; names as they stand. */
const compared = (one: number | string | undefined, other: number | string | undefined): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : 0;

/** Groups of the same names as one series: the pieces of a broken line, a line and the points on it. */
function merged(groups: readonly Group[], left: ReadonlySet<string>): Series[] {
  const same = Map.groupBy(groups, ({ measure, names }) => {
    const codes = [...names].filter(([field]) => !left.has(field)).map(([field, { code }]) => [field, code]);
    return JSON.stringify([measure.id, codes.sort()]);
  });
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const distinct = new Map(
      all.flatMap((each) => each.points).map((point) => [`${point.key}\n${point.value}`, point]),
    );
    const points = [...distinct.values()].sort((one, other) => compared(one.key, other.key));
    const isCrowded = new Set(points.map(({ key }) => key)).size < points.length;
    return {
      measure: first.measure,
      names: new Map([...first.names].filter(([field]) => !left.has(field))),
      points,
      joined: first.isRow ? [points] : all.flatMap((each) => each.joined),
      isCourse: first.isOrdered && !isCrowded,
      isCrowded,
    };
  });
}
