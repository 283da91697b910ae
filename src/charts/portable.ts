import type { Row } from '../datasets/index.ts';
import { loadMeasurer } from '../fonts/index.ts';
import type { Language } from '../i18n/index.ts';
import { fill } from './lines.ts';
import { drawn } from './palette.ts';
import { labelSize, titleSize } from './theme.ts';
import type { TranslatedChart } from './translate.ts';
import { type ChannelDefinition, definitionsOf, type Encoding, mapInner, type View } from './view.ts';

/** What stands around a chart in a page, for a spec that goes without the page. */
export interface Frame {
  title: string;
  subtitle: string;
  /** For readers who cannot see the chart. */
  description: string;
  /** Where the numbers come from, for programs and whoever opens the file. */
  usermeta: Readonly<Record<string, unknown>>;
}

/** A chart as this engine draws it. */
export interface Portable {
  chart: TranslatedChart;
  config: Readonly<Record<string, unknown>>;
  /** The rows that it needs of each data set. */
  rows: ReadonlyMap<string, readonly Row[]>;
  language: Language;
  width: number;
}

/** A spec that waits for its frame: plain data. */
export interface PortableSpec {
  /** The view, with its rows and its config. */
  spec: Readonly<Record<string, unknown>>;
  language: Language;
  width: number;
}

/**
 * The spec of a chart in plain Vega-Lite, with its words and rows inside, which
 * any Vega editor opens as it is (https://vega.github.io/vega-lite/docs/):
 * names of codes are read by expressions from the parameter that holds them,
 * instead of by a function that only this engine has, and there is room around
 * the plots. What the engine does beyond Vega-Lite is lost: long titles of axes
 * are not broken into lines, labels that overlap are not moved apart.
 */
export function portableSpec({ chart, config, rows, language, width }: Portable): PortableSpec {
  const {
    $schema: _,
    usermeta: __,
    autosize: ___,
    padding: ____,
    config: _____,
    ...spec
  } = portable(chart.spec);
  return {
    spec: { ...spec, datasets: datasetsFor(chart.data, rows), config: portableConfig(config, spec) },
    language,
    width,
  };
}

const datasetsFor = (data: TranslatedChart['data'], rows: Portable['rows']): Record<string, unknown> =>
  Object.fromEntries([...data].map(([name, { id, map }]) => [name, map ?? rows.get(id) ?? []]));

/** A portable spec with its frame. */
export async function framedSpec(
  { spec, language, width }: PortableSpec,
  { title, subtitle, description, usermeta }: Frame,
): Promise<Record<string, unknown>> {
  await loadMeasurer();
  const lines = (text: string, size: number, weight: 400 | 700) =>
    fill(text, { language, width, size, weight });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    usermeta,
    title: {
      text: lines(title, titleSize, 700),
      subtitle: lines(subtitle, labelSize, 400),
      subtitleColor: drawn.muted,
      subtitleFontSize: labelSize,
      subtitlePadding: 6,
      offset: 16,
      frame: 'bounds',
    },
    ...spec,
  };
}

/** The theme for a picture that stands by itself: on white, with room around. Names of months only where there are dates. */
function portableConfig(
  { customFormatTypes: _, aria: __, locale, ...config }: Readonly<Record<string, unknown>>,
  spec: object,
): Record<string, unknown> {
  const { number, time } = locale as { number: object; time: object };
  const hasDates = /"temporal"|"timeUnit"|"time"|timeFormat/.test(JSON.stringify(spec));
  return { ...config, background: '#ffffff', padding: 16, locale: hasDates ? { number, time } : { number } };
}

function portable(view: View): View {
  const own = mapInner(view, portable);
  if (own.facet) own.facet = portableFacet(own.facet);
  if (own.encoding) own.encoding = portableEncoding(own.encoding);
  return own;
}

function portableFacet({ row, column, ...own }: NonNullable<View['facet']>): NonNullable<View['facet']> {
  return {
    ...withGuides(own),
    ...(row ? { row: withGuides(row) } : {}),
    ...(column ? { column: withGuides(column) } : {}),
  };
}

function portableEncoding(encoding: Encoding): Encoding {
  const named: ChannelDefinition[] = [];
  const one = (definition: ChannelDefinition): ChannelDefinition => {
    const { condition, ...rest } = definition;
    const own = condition
      ? { ...rest, condition: Array.isArray(condition) ? condition.map(one) : one(condition) }
      : rest;
    if (own.formatType !== ours) return withGuides(own);
    const { field, type: _, format, formatType: __, ...others } = own;
    const value = `datum${accessPath(String(field))}`;
    named.push({ field: field as string, type: 'nominal' });
    return { ...others, value: { expr: nameOf(format, value, value) } };
  };
  const plain = Object.fromEntries(
    Object.entries(encoding).map(([channel, definition]) => [
      channel,
      Array.isArray(definition)
        ? definition.map(one)
        : channel === 'text'
          ? nothingWhereMissing(one(definition))
          : one(definition),
    ]),
  );
  if (named.length === 0) return plain;
  // An expression names no field: rows that are summed up must still be kept apart by it.
  return { ...plain, detail: [...definitionsOf(plain['detail'] ?? []), ...named] };
}

/** A text of numbers that says nothing where there is none; Vega-Lite by itself would write “null”. */
function nothingWhereMissing(text: ChannelDefinition): ChannelDefinition {
  const { field, type, aggregate, bin, condition } = text;
  if (typeof field !== 'string' || type !== 'quantitative' || aggregate || bin || condition) return text;
  return {
    condition: { ...text, test: `isValid(datum${accessPath(field)})` },
    value: '',
  } as ChannelDefinition;
}

const ours = 'salaLabel';

/** `properties.place` as the way into a row: `["properties"]["place"]`. A name that holds a point writes it as `\\.`. */
const accessPath = (field: string): string =>
  field
    .split(/(?<!\\)\./)
    .map((part) => `[${JSON.stringify(part.replaceAll('\\.', '.'))}]`)
    .join('');

function withGuides(definition: ChannelDefinition): ChannelDefinition {
  const own = { ...definition };
  for (const guide of ['axis', 'legend', 'header'] as const) {
    const settings = own[guide];
    if (settings?.['formatType'] !== ours) continue;
    const { format, formatType: _, ...others } = settings;
    own[guide] = { ...others, labelExpr: nameOf(format, 'datum.value', 'datum.label') };
  }
  return own;
}

/** The name of a code, or something else where it has none, which Vega-Lite may put a longer expression in for. */
const nameOf = (labels: unknown, code: string, otherwise: string): string =>
  `salaLabels[${JSON.stringify(labels)}][${code}] || (${otherwise})`;
