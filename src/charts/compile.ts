import type { LoggerInterface, Spec } from 'vega';
import { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite';
import { directionOf, type Language } from '../i18n/index.ts';
import { withLines } from './break-lines.ts';
import { vegaLocale } from './locale.ts';
import type { PinnedChart } from './pin.ts';
import { ChartError } from './source.ts';
import { themeFor } from './theme.ts';
import { mapInner, type View } from './view.ts';

/** For whom and how wide a chart is drawn: in all, and each plot. */
interface Space {
  language: Language;
  total: number;
  plot: number;
}

/** The config of a chart: the theme, changed where the spec has settings of its own. */
export function configFor(
  { spec, data }: PinnedChart,
  { language, total, plot }: Space,
): Record<string, unknown> {
  const own = (spec.config ?? {}) as Record<string, unknown>;
  const theme: Record<string, unknown> = themeFor(directionOf(language), total, plot);
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

function compiled(chart: PinnedChart, space: Space) {
  const complaints: string[] = [];
  const spec = {
    ...chart.spec,
    datasets: standIns(chart.data),
    autosize: 'none',
    padding: 0,
    config: configFor(chart, space),
  };
  const result = compileVegaLite(spec as unknown as TopLevelSpec, { logger: listening(complaints) });
  if (complaints.length > 0) throw new ChartError(complaints.join(' '));
  return result;
}

/** Writes repeats, composite marks and row and column channels out as plain views. */
export function normalise(chart: PinnedChart, language: Language, width: number): PinnedChart {
  const { $schema: _, background: __, ...spec } = chart.spec;
  const { normalized } = compiled(
    { ...chart, spec: withoutContainer(spec) },
    { language, total: width, plot: width },
  );
  const { datasets: ___, config: ____, ...own } = normalized as unknown as View;
  return { ...chart, spec: spec.config === undefined ? own : { ...own, config: spec.config } };
}

/** There is no container to ask: a chart is as wide as it is drawn, and as high as that asks for. */
function withoutContainer(view: View): View {
  const own = mapInner(view, withoutContainer);
  for (const side of ['width', 'height']) if (own[side] === 'container') delete own[side];
  return own;
}

/** A chart as Vega draws it, without its rows: which they are has no part in how they are drawn. */
export interface CompiledChart {
  spec: Spec;
  /** The data set whose rows belong into a data source of the spec, by the source's name. */
  sources: Readonly<Record<string, string>>;
}

/** Vega-Lite to Vega. What Vega-Lite only warns of would be a wrong or empty chart, so it throws. */
export function compile(chart: PinnedChart, space: Space): CompiledChart {
  const { spec } = compiled(chart, space);
  const sources: Record<string, string> = {};
  const data = (spec.data ?? []).map((source) => {
    const { values, ...own } = source as { name: string; values?: unknown };
    const dataset = datasetOf(values);
    if (dataset === undefined) return source;
    sources[own.name] = dataset;
    return own;
  });
  const lined = withLines({ ...spec, data } as Spec, { language: space.language, width: space.plot });
  return { spec: lined, sources };
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
