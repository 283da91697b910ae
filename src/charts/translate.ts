import { titleOf, translateChannel } from './channels.ts';
import type { Context, Reader, Survey } from './context.ts';
import { fitGuides, hoistedBy } from './guides.ts';
import { fieldsIn, type KnownFields } from './known-fields.ts';
import { type Labels, makeLabels } from './labels.ts';
import { type Layout, laidOut, unitsOf } from './layout.ts';
import { mirrored } from './mirror.ts';
import type { PinnedChart } from './pin.ts';
import { colourPlaces } from './place-colours.ts';
import { titleSpace, withRowHeight } from './row-heights.ts';
import { mapTexts } from './texts.ts';
import { lineHeight, plotSpacing } from './theme.ts';
import { type ChannelDefinition, definitionsOf, type Encoding, mapInner, type View } from './view.ts';
import { yearsAsDates } from './years.ts';

/** A spec with the words, names and colours of one language and the sizes of one width. */
export interface TranslatedChart extends PinnedChart {
  labels: Labels['table'];
}

/** Puts in what the spec leaves to the reader's language. Expects a normalised spec. */
export function translate(
  chart: PinnedChart,
  reader: Reader,
  layout: Layout,
  survey: Survey,
): TranslatedChart {
  const labels = makeLabels(reader.language);
  const hasChoices = (chart.spec.params ?? []).some(({ bind }) => typeof bind === 'object');
  const context: Context = { ...reader, data: chart.data, labels, layout, survey, hasChoices };
  const spec = translateView(laidOut(worded(chart, reader), layout), new Map(), context);
  const own = (chart.spec.params ?? []).filter(({ name }) => name !== 'words');
  const params = [
    ...own,
    { name: 'words', value: reader.words },
    { name: 'salaLabels', value: labels.table },
  ];
  return { ...chart, spec: { ...spec, params }, labels: labels.table };
}

/**
 * The spec with its own words put in for their keys, and with words for the
 * names of fields, which Vega-Lite writes as titles of composite marks.
 */
function worded({ spec, data }: PinnedChart, { words }: Reader): View {
  const titles = new Map(
    [...data.values()].flatMap(({ fields }) =>
      fields.map((field) => [field.name, titleOf(field, 'axis', {})]),
    ),
  );
  return mapTexts(spec, (text) => words[text] ?? titles.get(text) ?? text);
}

type TitledElsewhere = ReadonlySet<string>;

function translateView(
  view: View,
  around: KnownFields,
  context: Context,
  titled: TitledElsewhere = new Set(),
  isInner = false,
  hoisted: ReadonlySet<string> = new Set(),
): View {
  const fields = fieldsIn(view, around, context.data);
  const plot = (own: View): View =>
    isInner ? own : mirrored(fitGuides(withRowHeight(own, context.labels.table), context, hoisted), context);
  if (view.mark) return plot(translateUnit(view, fields, context, titled));
  const shared = view.layer ? new Set([...titled, ...titledChannels(view)]) : titled;
  const above = view.layer ? hoisted : hoistedBy(view, hoisted);
  const inner = mapInner(view, (each) =>
    translateView(each, fields, context, shared, view.layer !== undefined, above),
  );
  if (view.layer) return plot(inner);
  if (!view.facet) return inner;
  const { row, column, ...own } = view.facet;
  const space = inner.spec ? titleSpace(inner.spec, context) : 0;
  const header = (channel: 'facet' | 'row' | 'column', definition: ChannelDefinition): ChannelDefinition => {
    const translated = translateChannel(channel, definition, fields, context, titled);
    if (
      space === 0 ||
      (channel === 'row' && translated.header?.['labelOrient'] !== 'top') ||
      translated.header === null
    )
      return translated;
    return { ...translated, header: { labelPadding: space + 10, ...translated.header } };
  };
  // The titles above the plots of a row take their room from the row above.
  const spaced =
    row && space > 0 ? { spacing: { row: plotSpacing + space - lineHeight, column: plotSpacing } } : {};
  return {
    ...spaced,
    ...inner,
    facet: own.field
      ? header('facet', own)
      : {
          ...(row ? { row: header('row', row) } : {}),
          ...(column ? { column: header('column', column) } : {}),
        },
  };
}

function translateUnit(view: View, fields: KnownFields, context: Context, titled: TitledElsewhere): View {
  const dated = yearsAsDates(view, fields);
  const encoding: Encoding = {};
  for (const [channel, definition] of Object.entries(dated.encoding ?? {})) {
    if (channel === 'tooltip' && isWrittenByVegaLite(definition)) continue;
    const one = (each: ChannelDefinition) => translateChannel(channel, each, fields, context, titled);
    encoding[channel] = Array.isArray(definition) ? definition.map(one) : one(definition);
  }
  return colourPlaces({ ...dated, encoding }, fields, context);
}

/** Layers share an axis: a title that one of them sets holds for all. */
function titledChannels(view: View): string[] {
  return unitsOf(view).flatMap(({ encoding = {} }) =>
    Object.entries(encoding).flatMap(([channel, definition]) =>
      definitionsOf(definition).some(hasTitle) ? [channel] : [],
    ),
  );
}

const hasTitle = ({ title, axis, legend, header }: ChannelDefinition): boolean =>
  title !== undefined || [axis, legend, header].some((guide) => guide?.title !== undefined);

/** Tooltips of composite marks say in English what they show: “Max of value”. No author gives a title of such a form. */
const isWrittenByVegaLite = (definition: ChannelDefinition | ChannelDefinition[]): boolean =>
  definitionsOf(definition).some(({ title }) =>
    /^\p{Script=Latin}.* of [a-z0-9_]+$/u.test(String(title ?? '')),
  );
