import type { LoggerInterface, Spec } from 'vega';
import { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite';
import { directionOf, type Language } from '../i18n/index.ts';
import { brokenInto } from './lines.ts';
import { vegaLocale } from './locale.ts';
import { type PinnedChart, rowsByName } from './pin.ts';
import { ChartError } from './source.ts';
import { labelSize, themeFor, titleSize } from './theme.ts';
import type { TranslatedChart } from './translate.ts';
import type { View } from './view.ts';

/** The config of a chart: the theme, changed where the spec has settings of its own. */
function configFor({ spec, data }: PinnedChart, language: Language, width: number): Record<string, unknown> {
  const own = (spec.config ?? {}) as Record<string, unknown>;
  const theme: Record<string, unknown> = themeFor(directionOf(language), width);
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

function compiled(chart: PinnedChart, language: Language, width: number) {
  const complaints: string[] = [];
  const spec = {
    ...chart.spec,
    datasets: rowsByName(chart.data),
    autosize: 'none',
    padding: 0,
    config: configFor(chart, language, width),
  };
  const result = compileVegaLite(spec as unknown as TopLevelSpec, { logger: listening(complaints) });
  if (complaints.length > 0) throw new ChartError(complaints.join(' '));
  return result;
}

/** Writes repeats, composite marks and row and column channels out as plain views. */
export function normalise(chart: PinnedChart, language: Language, width: number): PinnedChart {
  const { $schema: _, background: __, ...spec } = chart.spec;
  const { normalized } = compiled({ ...chart, spec }, language, width);
  const { datasets: ___, config: ____, ...own } = normalized as unknown as View;
  return { ...chart, spec: spec.config === undefined ? own : { ...own, config: spec.config } };
}

/** Vega-Lite to Vega. What Vega-Lite only warns of would be a wrong or empty chart, so it throws. */
export function compile(
  chart: TranslatedChart,
  { language, total, plot }: { language: Language; total: number; plot: number },
): Spec {
  const { spec } = compiled(chart, language, total);
  return withLines(spec, { language, width: plot, total });
}

// Vega speaks of these, too, when views are put together or when a layer has no rows, and draws them rightly.
const harmless = new RegExp(
  [
    '^(Unioning|Conflicting|Layer\'s shared|An ancestor parsed|Infinite extent|Selection not supported|The "nearest")',
    '^(Cannot project a selection|Dropping color|Dropping sort|The "columns" property|Setting the scale)',
    '^(Stacking is applied even though|Specified orient)',
    'can be misleading|is not usually used|needed when data are aggregated',
  ].join('|'),
);

/** A logger that collects instead of printing. */
export function listening(complaints: string[]): LoggerInterface {
  const collect = (...parts: unknown[]) => {
    const message = parts.map(String).join(' ');
    if (!harmless.test(message) && !complaints.includes(message)) complaints.push(message);
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: () => logger, error: collect, warn: collect, info: ignore, debug: ignore };
  return logger as unknown as LoggerInterface;
}

interface Group {
  type?: string;
  role?: string;
  axes?: { title?: unknown }[];
  legends?: { title?: unknown }[];
  marks?: Group[];
  signals?: unknown[];
  encode?: { update?: Record<string, unknown> };
}

/** Titles of guides and text marks in lines that fit: Vega never breaks a text. */
function withLines(
  spec: Spec,
  { language, width, total }: { language: Language; width: number; total: number },
): Spec {
  const title = (text: unknown) =>
    typeof text === 'string' ? brokenInto(text, { language, width, size: titleSize }) : text;
  const guide = <T extends { title?: unknown }>(each: T): T =>
    each.title === undefined ? each : { ...each, title: title(each.title) };
  const walk = <T extends Group>(group: T): T => ({
    ...group,
    ...(group.type === 'text' && group.role === undefined ? broken(group, total * 0.56) : {}),
    ...(group.axes ? { axes: group.axes.map(guide) } : {}),
    ...(group.legends ? { legends: group.legends.map(guide) } : {}),
    ...(group.marks ? { marks: group.marks.map(walk) } : {}),
  });
  const walked = walk(spec as Group);
  return {
    ...walked,
    signals: [...(walked.signals ?? []), { name: 'salaLanguage', value: language }],
  } as Spec;
}

/** A text mark whose text breaks when it is wider than `width`. Its size and weight are read where they are plain values. */
function broken({ encode }: Group, width: number): Pick<Group, 'encode'> {
  const update = encode?.update ?? {};
  const text = update.text as { signal?: string; value?: unknown } | undefined;
  const source = text?.signal ?? (typeof text?.value === 'string' ? JSON.stringify(text.value) : undefined);
  if (source === undefined) return encode ? { encode } : {};
  const plain = (name: string, otherwise: unknown) =>
    (update[name] as { value?: unknown } | undefined)?.value ?? otherwise;
  const weight = [700, 'bold'].includes(plain('fontWeight', 400) as string) ? 700 : 400;
  const signal = `salaLines(${source}, ${width}, ${Number(plain('fontSize', labelSize))}, ${weight})`;
  return { encode: { ...encode, update: { ...update, text: { signal } } } };
}
