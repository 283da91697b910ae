import type { Language } from '../i18n/index.ts';
import { fieldsIn, type KnownField, type KnownFields } from './known-fields.ts';
import { hasNames, type Labels, makeLabels } from './labels.ts';
import type { PinnedChart } from './pin.ts';
import { labelSize } from './theme.ts';
import type { TranslatedChart } from './translate.ts';
import { type ChannelDefinition, definitionsOf, mapInner, markType, type View } from './view.ts';

/** One view of a chart whose marks are values, for whoever explores it. */
export interface LiveView {
  /** The name of its mark in Vega's scene. */
  mark: string;
  kind: string;
  /** What tells its series apart, outermost first: the field, and what its tooltips call it. */
  series: readonly { field: string; title: string }[];
  /** What its tooltips call its numbers. */
  measures: readonly string[];
  /** What its axes show, also where the picture does not say so. */
  axes: Readonly<Record<'x' | 'y', string | undefined>>;
}

/** Channels that tell series apart. */
const seriesChannels = ['color', 'fill', 'stroke', 'shape', 'strokeDash', 'detail', 'opacity'];
/** In the order that a reader wants to hear them. */
const valueChannels = ['x', 'y', 'theta', 'radius', 'longitude', 'latitude', 'size', 'angle', 'text'];
/** Marks that stand for no value when other marks are in the chart: names at the ends of lines, zero lines. */
const annotations = new Set(['text', 'rule']);

// A line of its own is broken by the browser, so that no name needs to be.
const anyWidth = 10_000;

/** A spec whose views have names, by which their marks are found in Vega's scene. Expects a normalised spec. */
export function withNames(spec: View): View {
  let count = 0;
  const visit = (view: View): View => {
    if (markType(view) === undefined) return mapInner(view, visit);
    count += 1;
    return { ...view, name: view['name'] ?? `view${count}` };
  };
  return visit(spec);
}

/**
 * A translated chart whose views have names, and whose marks have tooltips in the
 * reader's words where their author gave none: what tells the mark apart, then
 * its values, each with its unit.
 */
export function withTooltips(
  chart: TranslatedChart,
  language: Language,
): { chart: PinnedChart; views: LiveView[] } {
  const labels = makeLabels(language, chart.labels);
  const views: LiveView[] = [];
  const onlyAnnotates = !marksOf(chart.spec).some((mark) => !annotations.has(mark));

  const visit = (view: View, around: KnownFields, cells: readonly ChannelDefinition[]): View => {
    const fields = fieldsIn(view, around, chart.data);
    const mark = markType(view);
    if (mark === undefined) {
      const own = view.facet ? cellsOf(view.facet) : [];
      return mapInner(view, (inner) => visit(inner, fields, [...cells, ...own]));
    }
    if (annotations.has(mark) && !onlyAnnotates) return view;
    const { name } = view;
    const encoding = view.encoding ?? {};
    const apart = [
      ...cells,
      ...seriesChannels.flatMap((channel) => definitionsOf(encoding[channel] ?? []).filter(isDiscrete)),
    ];
    const lines = (definitions: readonly ChannelDefinition[]): ChannelDefinition[] =>
      distinct(definitions)
        .map((each) => lineOf(each, fields, labels))
        .filter((each) => each !== undefined);
    const series = lines(apart).map((each) => ({ field: String(each.field), title: titleOf(each) }));
    const values = valueChannels.flatMap((channel) => definitionsOf(encoding[channel] ?? []));
    const others = seriesChannels.flatMap((channel) => definitionsOf(encoding[channel] ?? []));
    const shown = lines([...apart, ...values, ...others]);
    const tooltip = [...shown, ...(shown.some(isMeasured(fields)) ? [] : lines(measuresOf(view, fields)))];
    const axis = (channel: string) => lines(definitionsOf(encoding[channel] ?? [])).map(titleOf)[0];
    views.push({
      mark: `${name}_marks`,
      kind: mark,
      series,
      measures: tooltip.filter(isMeasured(fields)).map(titleOf),
      axes: { x: axis('x'), y: axis('y') },
    });
    if (encoding['tooltip'] !== undefined || hasOwnTooltip(view) || tooltip.length === 0) return view;
    return { ...view, encoding: { ...encoding, tooltip: tooltip.map(asKey) } };
  };

  const spec = visit(withNames(chart.spec), new Map(), []);
  const params = (spec.params ?? []).map((each) =>
    each['name'] === 'salaLabels' ? { ...each, value: labels.table } : each,
  );
  return { chart: { ...chart, spec: { ...spec, params } }, views };
}

const marksOf = (view: View): string[] => {
  const marks: string[] = [];
  mapInner(view, (inner) => {
    marks.push(...marksOf(inner));
    return inner;
  });
  const own = markType(view);
  return own === undefined ? marks : [own, ...marks];
};

const cellsOf = ({ row, column, ...own }: NonNullable<View['facet']>): ChannelDefinition[] =>
  [row, column, own].filter(
    (each) => each !== undefined && typeof each.field === 'string',
  ) as ChannelDefinition[];

const isDiscrete = ({ type, aggregate, field }: ChannelDefinition): boolean =>
  typeof field === 'string' &&
  aggregate === undefined &&
  (type === 'nominal' || type === 'ordinal' || type === undefined);

const titleOf = ({ title }: ChannelDefinition): string => String(title).trim();

const hasOwnTooltip = ({ mark }: View): boolean => typeof mark === 'object' && mark['tooltip'] !== undefined;

function distinct(definitions: readonly ChannelDefinition[]): ChannelDefinition[] {
  const keyOf = ({ field, aggregate, bin, timeUnit }: ChannelDefinition) =>
    JSON.stringify([field, aggregate, bin, timeUnit]);
  return [...new Map(definitions.map((each) => [keyOf(each), each])).values()];
}

const isMeasured =
  (fields: KnownFields) =>
  ({ field, aggregate }: ChannelDefinition): boolean =>
    aggregate !== undefined || fields.get(String(field))?.kind === 'measure';

/** The measures of the rows, for marks that are placed by fields made from them. */
function measuresOf({ encoding = {} }: View, fields: KnownFields): ChannelDefinition[] {
  const isSummed = Object.values(encoding)
    .flatMap(definitionsOf)
    .some(({ aggregate, bin }) => aggregate !== undefined || bin);
  if (isSummed) return [];
  return [...fields.values()].filter(({ kind }) => kind === 'measure').map(({ name }) => ({ field: name }));
}

/** One line of a tooltip: a field with its title, unit and format; nothing for one that has no words. */
function lineOf(
  { field, aggregate, bin, timeUnit, type, title }: ChannelDefinition,
  fields: KnownFields,
  labels: Labels,
): ChannelDefinition | undefined {
  if (aggregate === 'count') return { aggregate, type: 'quantitative', title: titled(title) };
  const known = typeof field === 'string' ? fields.get(field) : undefined;
  if (!known || (known.title === '' && known.kind !== 'measure')) return undefined;
  const shared = {
    field: known.name === field ? field : String(field),
    ...(aggregate === undefined ? {} : { aggregate }),
    ...(bin === undefined ? {} : { bin }),
    ...(timeUnit === undefined ? {} : { timeUnit }),
    title: titled(known.unit === undefined ? known.title : `${known.title} (${known.unit})`),
  };
  if (type === 'temporal' || timeUnit !== undefined)
    return { ...shared, type: 'temporal', ...dateFormat(known, timeUnit) };
  if (known.kind === 'measure') return { ...shared, type: 'quantitative', format: numberFormat(known) };
  if (bin !== undefined || aggregate !== undefined) return { ...shared, type: 'quantitative' };
  if (!hasNames(known)) return { ...shared, type: 'nominal' };
  const format = labels.idFor(known, { width: anyWidth, size: labelSize });
  return { ...shared, type: 'nominal', formatType: 'salaLabel', format };
}

// Vega-Lite takes an empty title for none, and would write its own, in English.
const titled = (title: unknown): string => (typeof title === 'string' && title !== '' ? title : ' ');

/** The title becomes a key in an expression, where Vega-Lite takes care of quotation marks and of nothing else. */
const asKey = (line: ChannelDefinition): ChannelDefinition => ({
  ...line,
  title: JSON.stringify(line.title).slice(1, -1).replaceAll('\\"', '"'),
});

const numberFormat = ({ decimals }: KnownField): string =>
  decimals === undefined ? ',.3~f' : `,.${decimals}f`;

const dateFormat = ({ kind }: KnownField, timeUnit: unknown): { format?: string } =>
  timeUnit !== undefined ? {} : { format: kind === 'year' ? '%Y' : '%-d %B %Y' };
