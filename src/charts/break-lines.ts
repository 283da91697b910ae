import type { Spec } from 'vega';
import type { Language } from '../i18n/index.ts';
import { brokenInto } from './lines.ts';
import { sizeSignals, standIns } from './sizes.ts';
import { labelSize, legendOffset, lineHeight, titleRise, titleSize } from './theme.ts';

interface Guide {
  title?: unknown;
  orient?: unknown;
  titleY?: unknown;
  offset?: unknown;
  encode?: { labels?: { update?: Properties } };
}

type Properties = Record<string, unknown>;

interface Group {
  type?: string;
  role?: string;
  axes?: Guide[];
  legends?: Guide[];
  marks?: Group[];
  signals?: unknown[];
  encode?: { update?: Properties };
}

/** What text has to fit. */
interface Fit {
  language: Language;
  /** Width of a plot. */
  width: number;
}

/** A Vega spec whose titles and text marks stand in lines that fit: Vega never breaks a text. */
export function withLines(spec: Spec, fit: Fit): Spec {
  const title = (text: unknown) =>
    typeof text === 'string' ? brokenInto(text, { ...fit, size: titleSize }) : text;
  const guide = (each: Guide): Guide =>
    each.title === undefined ? each : { ...each, title: title(each.title) };
  const walk = (group: Group): Group => ({
    ...group,
    ...(group.type === 'text' && group.role === undefined ? { encode: broken(group) } : {}),
    ...(group.axes ? { axes: group.axes.map((axis) => risen(guide(axis))) } : {}),
    ...(group.legends
      ? { legends: group.legends.map((legend) => clear(guide(legend), (group.axes ?? []).map(guide))) }
      : {}),
    ...(group.marks ? { marks: group.marks.map(walk) } : {}),
  });
  const walked = walk(spec as Group);
  return {
    ...walked,
    signals: [
      ...(walked.signals ?? []),
      { name: 'salaLanguage', value: fit.language },
      { name: sizeSignals.width, value: standIns.width },
      { name: sizeSignals.ticks, value: standIns.ticks },
      { name: sizeSignals.gradient, value: standIns.gradient },
    ],
  } as Spec;
}

/** An axis at the side whose title stands above the plot and whose labels stand at the middle of their rows. */
function risen(axis: Guide): Guide {
  if (axis.orient !== 'left' && axis.orient !== 'right') return axis;
  const lines = linesOf(axis);
  const raised = lines > 1 ? { ...axis, titleY: titleRise - (lines - 1) * lineHeight } : axis;
  const update = axis.encode?.labels?.update;
  const text = (update?.text as { signal?: string } | undefined)?.signal;
  if (!text?.includes('salaLabel')) return raised;
  const dy = { signal: `salaRise(${text}, "middle", ${lineHeight})` };
  return {
    ...raised,
    encode: { ...axis.encode, labels: { ...axis.encode?.labels, update: { ...update, dy } } },
  };
}

/** A legend above the plot, clear of the title that the upright axis has there. */
function clear(legend: Guide, axes: readonly Guide[]): Guide {
  const above = (legend.orient ?? 'top') === 'top' && legend.offset === undefined;
  const titled = axes.find(({ orient, title }) => (orient === 'left' || orient === 'right') && title);
  return above && titled
    ? { ...legend, offset: legendOffset - titleRise + linesOf(titled) * lineHeight - 4 }
    : legend;
}

const linesOf = ({ title }: Guide): number => (Array.isArray(title) ? title.length : 1);

/** The properties of a text mark whose text breaks when it is nearly as wide as the plot. */
function broken({ encode = {} }: Group): NonNullable<Group['encode']> {
  const update = encode.update ?? {};
  const own = expression(update.text);
  if (own === undefined) return encode;
  // Vega writes “null” where there is no number.
  const text = own.replace(/^format\((datum\[[^,]*\]), .*$/, '(isValid($1) ? $& : "–")');
  const weight = ['700', '"bold"'].includes(expression(update.fontWeight) ?? '') ? 700 : 400;
  const lines = `salaLines(${text}, max(120, ${sizeSignals.width} * 0.94), ${expression(update.fontSize) ?? labelSize}, ${weight})`;
  const dy = expression(update.dy) ?? (update.dy === undefined ? '0' : undefined);
  const rise = `salaRise(${lines}, ${expression(update.baseline) ?? '"alphabetic"'}, ${lineHeight})`;
  const moved = dy === undefined ? {} : { dy: { signal: `(${dy}) + ${rise}` } };
  return { ...encode, update: { ...update, text: { signal: lines }, ...moved } };
}

/** A property as a Vega expression; nothing for one that is chosen by conditions. */
function expression(property: unknown): string | undefined {
  if (typeof property !== 'object' || property === null || Array.isArray(property)) return undefined;
  const { signal, value } = property as { signal?: string; value?: unknown };
  return signal ?? (value === undefined ? undefined : JSON.stringify(value));
}
