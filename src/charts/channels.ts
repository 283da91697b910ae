import type { Context } from './context.ts';
import { datumLabel, guideSettings } from './guide-settings.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import { hasNames } from './labels.ts';
import { isDiscrete } from './layout.ts';
import { labelSize } from './theme.ts';
import type { ChannelDefinition } from './view.ts';

const axisChannels = new Set(['x', 'y']);
export const headerChannels: ReadonlySet<string> = new Set(['facet', 'row', 'column']);
export const legendChannels: ReadonlySet<string> = new Set([
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
    const shown = guide === 'legend' ? datumLabel(own, context) : undefined;
    if (shown) return { ...own, legend: { title: null, ...own.legend, ...shown } };
    // Without words Vega-Lite would write its own: “Count of Records”, or the name of the field.
    const isNamed = hasTitle(own, guide) || titled.has(channel);
    const writes = own.aggregate !== undefined || own.field !== undefined;
    return writes && !isNamed ? { ...own, title: null } : own;
  }
  const withTitle =
    hasTitle(own, guide) || titled.has(channel) ? own : { ...own, title: titleOf(field, guide, own) };
  return {
    ...withYears(channel, withTitle, field),
    [guide]: guideSettings(channel, own, own[guide] ?? {}, field, context),
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

export const isTime = ({ type, timeUnit }: ChannelDefinition): boolean =>
  type === 'temporal' || timeUnit !== undefined;

const longestUnit = 32;

/** An axis or a legend names the unit too, where it is short. A count of rows has no words of its own. */
export function titleOf(
  { title, unit, kind }: Pick<KnownField, 'title' | 'unit' | 'kind'>,
  guide: Guide,
  { aggregate }: ChannelDefinition,
): string | null {
  if (aggregate === 'count' || aggregate === 'distinct' || title === '') return null;
  const named = guide !== 'header' && kind === 'measure' && unit !== undefined && unit.length <= longestUnit;
  return named ? `${title} (${unit})` : title;
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
