import { type ReadUnit, readUnit } from './read-unit.ts';
import { type Series, seriesOf } from './series.ts';
import type { ShownPlot } from './shown.ts';
import { type Reading, type Variable, variableOf } from './variables.ts';

/** A series with the name that it has among the others of its plot; empty where it has none. */
export interface NamedSeries extends Series {
  label: string;
}

/** A plot as it can be told. */
export interface ReadPlot {
  units: readonly ReadUnit[];
  facets: readonly Variable[];
  series: readonly NamedSeries[];
  /** What all of its series have in common: “Lao PDR”, “2022”. */
  common: readonly string[];
  reading: Reading;
  /** The series that only some of its marks show. */
  seriesOf(units: readonly ReadUnit[]): readonly Series[];
}

/** Reads a plot. `keys` are the ids of the fields that tell the rows of a release apart. */
export function readPlot(plot: ShownPlot, keys: ReadonlySet<string>, reading: Reading): ReadPlot {
  const units = plot.units.flatMap((unit) => readUnit(unit, reading) ?? []);
  const of = (some: readonly ReadUnit[]) => seriesOf(some, plot.facets, keys, reading);
  const fields = units[0]?.fields ?? new Map();
  return {
    units,
    facets: plot.facets.flatMap((definition) => variableOf(definition, fields, reading) ?? []),
    ...named(of(units)),
    reading,
    seriesOf: of,
  };
}

function named(series: readonly Series[]): Pick<ReadPlot, 'series' | 'common'> {
  const fields = [...new Set(series.flatMap(({ names }) => [...names.keys()]))];
  const varies = (field: string) => new Set(series.map(({ names }) => names.get(field)?.code)).size > 1;
  const measures = new Set(series.map(({ measure }) => measure.id));
  const labels = series.map(({ measure, names }) => {
    const words = fields.filter(varies).map((field) => names.get(field)?.word ?? '');
    const parts = measures.size > 1 || series.length === 1 ? [measure.title, ...words] : words;
    return parts.filter((part) => part !== '').join(', ');
  });
  // A name that two have names neither.
  const isClear = new Set(labels).size === labels.length;
  return {
    series: series.map((each, index) => ({ ...each, label: isClear ? (labels[index] ?? '') : '' })),
    common: fields
      .filter((field) => !varies(field))
      .map((field) => series[0]?.names.get(field)?.word ?? '')
      .filter((word) => word !== ''),
  };
}
