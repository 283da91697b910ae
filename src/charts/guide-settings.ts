import { measureText } from '../fonts/index.ts';
import { headerChannels, isTime, legendChannels } from './channels.ts';
import type { Context } from './context.ts';
import { dateFormatOf } from './date-formats.ts';
import type { KnownField } from './known-fields.ts';
import { extent, hasNames } from './labels.ts';
import { isDiscrete } from './layout.ts';
import { labelSize, lineHeight, titleSize } from './theme.ts';
import type { ChannelDefinition } from './view.ts';

type Settings = Record<string, unknown>;

/** The settings of an axis, legend or header: how it writes its values, unless its author says how, in the room that there is. */
export function guideSettings(
  channel: string,
  definition: ChannelDefinition,
  settings: Settings,
  field: KnownField,
  context: Context,
): Settings {
  const isOwn = ['format', 'formatType', 'labelExpr'].some((key) => settings[key] !== undefined);
  const written = isOwn ? settings : { ...settings, ...formatOf(channel, definition, field, context) };
  return legendChannels.has(channel) ? inRoom(written, definition, context) : written;
}

function formatOf(
  channel: string,
  definition: ChannelDefinition,
  field: KnownField,
  context: Context,
): Settings {
  // Vega-Lite makes ranges of bins a text of its own, which no format can be put on.
  if (definition.bin) return {};
  if (isTime(definition)) {
    if (definition.timeUnit === undefined && field.kind === 'year') return { format: '%Y' };
    const isLine = channel === 'x' || channel === 'y';
    return definition.timeUnit === undefined && !isLine
      ? {}
      : dateFormatOf(definition.timeUnit, context.language);
  }
  if (!isDiscrete(definition) && !headerChannels.has(channel)) {
    return field.kind === 'year' ? { format: 'd', tickMinStep: 1 } : {};
  }
  return hasNames(field) ? namesOf(channel, field, context) : {};
}

/** The settings that show codes as names, in lines that fit their place. */
function namesOf(channel: string, field: KnownField, { labels, layout, survey }: Context): Settings {
  const plain = { formatType: 'salaLabel' };
  const lines = (width: number) => labels.idFor(field, { width, size: labelSize });
  if (headerChannels.has(channel)) {
    const fit = { width: Math.max(90, layout.plot), size: titleSize, weight: 700 } as const;
    return { ...plain, format: labels.idFor(field, fit) };
  }
  if (channel === 'x') {
    const step = layout.plot / (survey.values.get(field.name)?.length ?? 1);
    const level = lines(Math.max(36, step - 6));
    if (field.kind === 'year') return { ...plain, format: level, labelOverlap: true };
    if (extent(labels.table, level, measure).width <= step - 2) return { ...plain, format: level };
    // Turned, a name may have as many lines as its band is wide.
    const fits = (width: number) => extent(labels.table, lines(width), measure).lines * lineHeight <= step;
    const width = [90, 120, 150, 190, 240].find(fits) ?? 300;
    return { ...plain, format: lines(width), labelAngle: -90, labelAlign: 'right', labelBaseline: 'middle' };
  }
  if (channel === 'y') return { ...plain, format: lines(Math.max(88, layout.total * 0.32)) };
  const format = lines(legendRoom(layout) - 24);
  return { ...plain, format, columns: columnsFor(extent(labels.table, format, measure).width, layout) };
}

/** A legend of several plots stands above all of them. */
const legendRoom = ({ plot, across, total }: Context['layout']): number =>
  Math.max(plot, across > 1 ? total * 0.6 : 0);

const columnsFor = (width: number, layout: Context['layout']): number =>
  Math.max(1, Math.floor((legendRoom(layout) + 16) / (width + 42)));

// Numbers as legends show them, and two with a dash between.
const numberWidth = 44;
const binWidth = 96;

/** A legend in as many columns as there is room for; beside the plot only where that leaves the plot its room. */
function inRoom(settings: Settings, { bin }: ChannelDefinition, { layout }: Context): Settings {
  const { orient, ...others } = settings;
  const isBeside = orient === 'left' || orient === 'right';
  const own = isBeside && layout.total <= 400 ? others : settings;
  if (isBeside && own === settings) return own;
  const fitting = columnsFor(bin ? binWidth : numberWidth, layout);
  const columns = settings['columns'] ?? fitting;
  return {
    ...own,
    columns: settings['formatType'] === undefined ? Math.min(Number(columns), fitting) : columns,
  };
}

/** A value that stands in the spec, as in repeated layers: a key of the chart's words, or a field by its title. */
export function datumLabel(
  { datum }: ChannelDefinition,
  { data, words, labels, layout }: Context,
): Settings | undefined {
  if (typeof datum !== 'string') return undefined;
  const fields = [...data.values()].flatMap((dataset) => dataset.fields);
  const names = new Map([
    ...fields.map(({ name, title }) => [name, title] as const),
    ...Object.entries(words),
  ]);
  if (!names.has(datum)) return undefined;
  const show = (code: unknown) => names.get(String(code)) ?? String(code);
  const named = { id: 'datum', codes: [...names.keys()], show };
  const format = labels.idFor(named, { width: layout.plot - 24, size: labelSize });
  return { formatType: 'salaLabel', format };
}

const measure = (line: string): number => measureText(line, { size: labelSize });
