import { fieldsIn, type KnownFields } from './known-fields.ts';
import type { PinnedChart } from './pin.ts';
import type { SceneMark } from './scene.ts';
import { type ChannelDefinition, markType, type View } from './view.ts';

/** A row as it came to a mark, after all transforms. */
export type Datum = Readonly<Record<string, unknown>>;

/** One mark of the spec, and what was drawn of it. */
export interface ShownUnit {
  view: View;
  mark: string;
  /** Which part of a composite mark it is, `boxplot-box`; empty for others. */
  part: string;
  /** The fields whose words are known where the mark gets its rows. */
  fields: KnownFields;
  /** The rows, by the drawn thing that joins them: a line each, or all bars together. */
  paths: readonly (readonly Datum[])[];
}

/** Marks that share their axes, and the fields that they are repeated by. */
export interface ShownPlot {
  units: readonly ShownUnit[];
  facets: readonly ChannelDefinition[];
}

/** What each view of a chart shows, in the order of the spec. Expects a normalised spec, not yet translated. */
export function shownPlots({ spec, data }: PinnedChart, root: SceneMark): ShownPlot[] {
  const visit = (
    view: View,
    given: string,
    around: KnownFields,
    facets: readonly ChannelDefinition[],
  ): ShownPlot[] => {
    const fields = fieldsIn(view, around, data);
    const name = typeof view.name === 'string' ? view.name : given;
    // As Vega-Lite names the parts of a view.
    const inner = (each: View, part: string) =>
      visit(each, `${name}${name === '' ? '' : '_'}${part}`, fields, facets);
    if (view.mark) {
      const { style } = view.mark as { style?: unknown };
      const paths = rowsOf(root, name === '' ? 'marks' : `${name}_marks`, facets);
      const part = typeof style === 'string' ? style : '';
      return [{ units: [{ view, mark: markType(view) ?? '', part, fields, paths }], facets }];
    }
    if (view.layer) {
      const layers = view.layer.flatMap((each, index) => inner(each, `layer_${index}`));
      return [{ units: layers.flatMap(({ units }) => units), facets }];
    }
    if (view.facet && view.spec) {
      const { row, column, ...own } = view.facet;
      const by = own.field === undefined ? [row, column].filter((each) => each !== undefined) : [own];
      return visit(view.spec, name === '' ? 'child' : `${name}_child`, fields, [...facets, ...by]);
    }
    const listed = view.concat ?? view.hconcat ?? view.vconcat ?? [];
    return listed.flatMap((each, index) => inner(each, `concat_${index}`));
  };
  return visit(spec, '', new Map(), []);
}

/** The rows of the marks of a name. What a plot is repeated by may be known to the plot alone, not to its rows. */
function rowsOf(root: SceneMark, name: string, facets: readonly ChannelDefinition[]): Datum[][] {
  const safe = name.replace(/\W/g, '_');
  const found: Datum[][] = [];
  const walk = (mark: SceneMark, around: Datum): void => {
    if (mark.role === 'mark' && mark.name === safe) {
      found.push(mark.items.flatMap(({ datum }) => (datum ? [{ ...around, ...datum }] : [])));
    }
    for (const { datum = {}, items = [] } of mark.items) {
      const own = facets.flatMap(({ field }) =>
        typeof field === 'string' && field in datum ? [[field, datum[field]]] : [],
      );
      const next = own.length > 0 ? { ...around, ...Object.fromEntries(own) } : around;
      for (const inner of items) walk(inner, next);
    }
  };
  walk(root, {});
  return found.filter((rows) => rows.length > 0);
}
