import type { LoggerInterface, Spec } from 'vega';
import { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite';
import { directionOf, type Language } from '../i18n/index.ts';
import { inTime } from './in-time.ts';
import { vegaLocale } from './locale.ts';
import type { PinnedChart } from './pin.ts';
import { sizeSignals } from './sizes.ts';
import { ChartError } from './source.ts';
import { type GuideSizes, themeFor } from './theme.ts';
import { mapInner, type View } from './view.ts';

/** The config of a chart: the theme, changed where the spec has settings of its own. */
export function configFor(
  { spec, data }: PinnedChart,
  language: Language,
  sizes: GuideSizes,
): Record<string, unknown> {
  const own = (spec.config ?? {}) as Record<string, unknown>;
  const theme: Record<string, unknown> = themeFor(directionOf(language), sizes);
  const signs = [...data.values()].flatMap(({ fields }) => fields.map(({ sign }) => sign));
  const currency = signs.find((sign) => /^[A-Z]{3}$/.test(sign ?? ''));
  const groups = Object.keys(own).map((key): [string, unknown] => {
    const both = isGroup(theme[key]) && isGroup(own[key]);
    return [key, both ? { ...(theme[key] as object), ...(own[key] as object) } : own[key]];
  });
  return { ...theme, ...Object.fromEntries(groups), locale: vegaLocale(language, currency), aria: false };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromSignals: GuideSizes = {
  ticks: { signal: sizeSignals.ticks },
  gradient: { signal: sizeSignals.gradient },
};

function compiled(chart: PinnedChart, language: Language) {
  const complaints: string[] = [];
  const spec = {
    ...chart.spec,
    datasets: standIns(chart.data),
    autosize: 'none',
    padding: 0,
    config: configFor(chart, language, fromSignals),
  };
  const result = inTime(() =>
    compileVegaLite(spec as unknown as TopLevelSpec, { logger: listening(complaints) }),
  );
  if (complaints.length > 0) throw new ChartError(complaints.join(' '));
  return result;
}

/** Writes repeats, composite marks and row and column channels out as plain views. */
export function normalise(chart: PinnedChart, language: Language): PinnedChart {
  const { $schema: _, background: __, ...spec } = chart.spec;
  const { normalized } = compiled({ ...chart, spec: withoutContainer(spec) }, language);
  const { datasets: ___, config: ____, ...own } = normalized as unknown as View;
  return { ...chart, spec: spec.config === undefined ? own : { ...own, config: spec.config } };
}

/** There is no container to ask: a chart is as wide as it is drawn, and as high as that asks for. */
function withoutContainer(view: View): View {
  const own = mapInner(view, withoutContainer);
  for (const side of ['width', 'height']) if (own[side] === 'container') delete own[side];
  return own;
}

/** A chart as Vega draws it, without its rows, which have no part in how they are drawn, and with numbers that stand for its sizes. */
export interface CompiledChart {
  spec: Spec;
  /** The data set whose rows belong into a data source of the spec, by the source's name. */
  sources: Readonly<Record<string, string>>;
}

/** Vega-Lite to Vega. What Vega-Lite only warns of would be a wrong or empty chart, so it throws. */
export function compile(chart: PinnedChart, language: Language): CompiledChart {
  const { spec } = compiled(chart, language);
  const sources: Record<string, string> = {};
  const data = (spec.data ?? []).map((source) => {
    const { values, ...own } = source as { name: string; values?: unknown };
    const dataset = datasetOf(values);
    if (dataset === undefined) return source;
    sources[own.name] = dataset;
    return own;
  });
  return { spec: { ...spec, data } as Spec, sources };
}

const mark = 'salaDataset';
/** Compiling looks at no row: one that names its data set stands for all, and is found again in the spec. */
const standIns = (data: PinnedChart['data']) =>
  Object.fromEntries([...data.keys()].map((name) => [name, [{ [mark]: name }]]));
const datasetOf = (values: unknown): string | undefined =>
  Array.isArray(values) ? (values[0] as Record<string, string> | undefined)?.[mark] : undefined;

// Vega speaks of these, too, when views are put together or when a layer has no rows, and draws them rightly.
const harmless = new RegExp(
  [
    '^(Unioning|Conflicting|Layer\'s shared|An ancestor parsed|Infinite extent|Selection not supported|The "nearest")',
    '^(Cannot project a selection|Dropping color|Dropping sort|The "columns" property|Setting the scale)',
    '^(Stacking is applied even though|Specified orient)',
    '^Can not resolve event source|can be misleading|is not usually used|needed when data are aggregated',
  ].join('|'),
);

const longLegend =
  'Its legend would have more than 30 entries, which nobody can tell apart. Show fewer, or label what is shown and leave the legend out ("legend": null).';

/** A logger that collects instead of printing. */
export function listening(complaints: string[]): LoggerInterface {
  const collect = (...parts: unknown[]) => {
    const said = parts.map(String).join(' ');
    const message = said.startsWith('Symbol legend count exceeds limit') ? longLegend : said;
    if (!harmless.test(message) && !complaints.includes(message)) complaints.push(message);
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: () => logger, error: collect, warn: collect, info: ignore, debug: ignore };
  return logger as unknown as LoggerInterface;
}
