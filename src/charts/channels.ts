import { measureText } from '../fonts/index.ts';
import type { Context } from './context.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import { extent, hasNames } from './labels.ts';
import { isDiscrete } from './layout.ts';
import { labelSize, titleSize } from './theme.ts';
import type { ChannelDefinition } from './view.ts';

const axisChannels = new Set(['x', 'y']);
const headerChannels = new Set(['facet', 'row', 'column']);
const legendChannels = new Set([
  'color',
  'fill',
  'stroke',
  'size',
  'shape',
  'opacity',
  'fillOpacity',
  'strokeOpacity',
  'strokeDash',
  'strokeWidth',
  'angle',
]);
const textChannels = new Set(['text', 'tooltip']);

type Guide = 'axis' | 'legend' | 'header';

const guideOf = (channel: string): Guide | undefined =>
  axisChannels.has(channel)
    ? 'axis'
    : headerChannels.has(channel)
      ? 'header'
      : legendChannels.has(channel)
        ? 'legend'
        : undefined;

/** A channel with title, names and number format in the reader's words, where its author left them out. */
export function translateChannel(
  channel: string,
  definition: ChannelDefinition,
  fields: KnownFields,
  context: Context,
  titled: ReadonlySet<string>,
): ChannelDefinition {
  const { condition } = definition;
  const one = (each: ChannelDefinition) => translateChannel(channel, each, fields, context, titled);
  const own = condition
    ? { ...definition, condition: Array.isArray(condition) ? condition.map(one) : one(condition) }
    : definition;
  const field = typeof own.field === 'string' ? fields.get(own.field) : undefined;
  if (textChannels.has(channel)) return field ? asText(own, field, context) : own;
  const guide = guideOf(channel);
  if (!guide || own[guide] === null) return own;
  if (!field) {
    // Without words Vega-Lite would write its own: “Count of Records”, or the name of the field.
    const isNamed = hasTitle(own, guide) || titled.has(channel);
    const writes = own.aggregate !== undefined || own.field !== undefined;
    return writes && !isNamed ? { ...own, title: null } : own;
  }
  const withTitle =
    hasTitle(own, guide) || titled.has(channel) ? own : { ...own, title: titleOf(field, guide, own) };
  const settings = { ...(own[guide] ?? {}) };
  if (
    settings.format !== undefined ||
    settings.formatType !== undefined ||
    settings.labelExpr !== undefined
  ) {
    return withYears(channel, withTitle, field);
  }
  return {
    ...withYears(channel, withTitle, field),
    [guide]: { ...settings, ...formatOf(channel, own, field, context) },
  };
}

const hasTitle = ({ title, ...own }: ChannelDefinition, guide: Guide): boolean =>
  title !== undefined || own[guide]?.title !== undefined;

/** A measured axis of years begins with the data: the year 0 is no zero line. */
function withYears(channel: string, definition: ChannelDefinition, { kind }: KnownField): ChannelDefinition {
  const { scale, aggregate } = definition;
  const isMeasured = axisChannels.has(channel) && !isDiscrete(definition) && !isTime(definition);
  if (kind !== 'year' || !isMeasured || scale === null || aggregate !== undefined) return definition;
  return { ...definition, scale: { zero: false, ...scale } };
}

const isTime = ({ type, timeUnit }: ChannelDefinition): boolean =>
  type === 'temporal' || timeUnit !== undefined;

const longestUnit = 32;

/** An axis names the unit too, where it is short. A count of rows has no words of its own. */
function titleOf(
  { title, unit, kind }: KnownField,
  guide: Guide,
  { aggregate }: ChannelDefinition,
): string | null {
  if (aggregate === 'count' || aggregate === 'distinct' || title === '') return null;
  const named = guide === 'axis' && kind === 'measure' && unit !== undefined && unit.length <= longestUnit;
  return named ? `${title} (${unit})` : title;
}

function formatOf(channel: string, definition: ChannelDefinition, field: KnownField, context: Context) {
  if (definition.bin) return {};
  if (isTime(definition)) {
    return field.kind === 'year' ? { format: '%Y' } : {};
  }
  if (!isDiscrete(definition) && !headerChannels.has(channel)) {
    return field.kind === 'year' ? { format: 'd', tickMinStep: 1 } : {};
  }
  return hasNames(field) ? namesOf(channel, field, context) : {};
}

/** The guide's settings that show codes as names, in lines that fit its place. */
function namesOf(channel: string, field: KnownField, { labels, layout, survey }: Context) {
  const plain = { formatType: 'salaLabel' };
  if (headerChannels.has(channel)) {
    return {
      ...plain,
      format: labels.idFor(field, { width: Math.max(90, layout.plot), size: titleSize, weight: 700 }),
    };
  }
  if (channel === 'x') {
    const band = Math.max(36, layout.plot / (survey.values.get(field.name)?.length ?? 1) - 6);
    if (field.kind === 'year')
      return { ...plain, format: labels.idFor(field, { width: band, size: labelSize }), labelOverlap: true };
    const level = labels.idFor(field, { width: band, size: labelSize });
    if (extent(labels.table, level, measure).width <= band + 4) return { ...plain, format: level };
    const format = labels.idFor(field, { width: 150, size: labelSize });
    return { ...plain, format, labelAngle: -90, labelAlign: 'right', labelBaseline: 'middle' };
  }
  if (channel === 'y') {
    return {
      ...plain,
      format: labels.idFor(field, { width: Math.max(88, layout.total * 0.32), size: labelSize }),
    };
  }
  // A legend of several plots stands above all of them.
  const room = Math.max(layout.plot, layout.across > 1 ? layout.total * 0.6 : 0);
  const format = labels.idFor(field, { width: room - 24, size: labelSize });
  const { width } = extent(labels.table, format, measure);
  return { ...plain, format, columns: Math.max(1, Math.floor((room + 16) / (width + 42))) };
}

function asText(
  definition: ChannelDefinition,
  field: KnownField,
  { labels, layout }: Context,
): ChannelDefinition {
  if (definition.format !== undefined || definition.formatType !== undefined) return definition;
  if (isTime(definition)) return definition;
  if (field.kind === 'measure') {
    if (definition.aggregate === 'count' || definition.aggregate === 'distinct') return definition;
    const format = field.decimals === undefined ? ',.3~f' : `,.${field.decimals}f`;
    return { ...definition, type: 'quantitative', format };
  }
  if (definition.aggregate !== undefined || !hasNames(field)) return definition;
  const format = labels.idFor(field, { width: layout.total * 0.38, size: labelSize });
  return { ...definition, formatType: 'salaLabel', format };
}

const measure = (line: string): number => measureText(line, { size: labelSize });
