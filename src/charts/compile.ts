import type { LoggerInterface, Spec } from 'vega';
import { compile as compileVegaLite, normalize, type TopLevelSpec } from 'vega-lite';
import { directionOf, type Language } from '../i18n/index.ts';
import { brokenInto } from './lines.ts';
import { vegaLocale } from './locale.ts';
import type { PinnedChart } from './pin.ts';
import { rowsByName } from './pin.ts';
import { ChartError } from './source.ts';
import { themeFor, titleSize } from './theme.ts';
import type { TranslatedChart } from './translate.ts';
import type { View } from './view.ts';

/** Writes repeats, composite marks and row and column channels out as plain views. */
export function normalised(chart: PinnedChart, language: Language, width: number): PinnedChart {
  const { $schema: _, autosize: __, background: ___, padding: ____, ...spec } = chart.spec;
  const config = { ...themeFor(directionOf(language), width) };
  return { ...chart, spec: normalize(spec as unknown as TopLevelSpec, config as never) as unknown as View };
}

/** Vega-Lite to Vega. What Vega-Lite only warns of would be a wrong or empty chart, so it throws. */
export function compile(
  { spec, data }: TranslatedChart,
  { language, total, plot }: { language: Language; total: number; plot: number },
): Spec {
  const complaints: string[] = [];
  const theme = themeFor(directionOf(language), total);
  const own = (spec.config ?? {}) as Record<string, unknown>;
  const signs = [...data.values()].flatMap(({ fields }) => fields.map(({ sign }) => sign));
  const currency = signs.find((sign) => /^[A-Z]{3}$/.test(sign ?? ''));
  const compiled = compileVegaLite(
    {
      ...spec,
      datasets: rowsByName(data),
      autosize: 'none',
      padding: 0,
      config: { ...own, ...merged(theme, own), locale: vegaLocale(language, currency), aria: false },
    } as unknown as TopLevelSpec,
    { logger: listening(complaints) },
  ).spec;
  if (complaints.length > 0) throw new ChartError(complaints.join(' '));
  return withBrokenTitles(compiled, { language, width: plot });
}

/** The theme, with the groups of settings that the spec's own config has changed. */
function merged(theme: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(theme).map(([key, value]) => {
      const changed = own[key];
      if (changed === undefined) return [key, value];
      const both = isGroup(value) && isGroup(changed);
      return [key, both ? { ...value, ...changed } : changed];
    }),
  );
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A logger that collects instead of printing. */
export function listening(complaints: string[]): LoggerInterface {
  const collect = (...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: () => logger, error: collect, warn: collect, info: ignore, debug: ignore };
  return logger as unknown as LoggerInterface;
}

interface Group {
  axes?: { title?: unknown }[];
  legends?: { title?: unknown }[];
  marks?: Group[];
}

/** Titles of axes and legends in lines that fit the plot: Vega never breaks them. */
function withBrokenTitles(spec: Spec, fit: { language: Language; width: number }): Spec {
  const title = (text: unknown) =>
    typeof text === 'string' ? brokenInto(text, { ...fit, size: titleSize }) : text;
  const guide = <T extends { title?: unknown }>(each: T): T =>
    each.title === undefined ? each : { ...each, title: title(each.title) };
  const walk = <T extends Group>(group: T): T => ({
    ...group,
    ...(group.axes ? { axes: group.axes.map(guide) } : {}),
    ...(group.legends ? { legends: group.legends.map(guide) } : {}),
    ...(group.marks ? { marks: group.marks.map(walk) } : {}),
  });
  return walk(spec as Group) as Spec;
}
