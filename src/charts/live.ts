import type { Spec } from 'vega';
import type { Language } from '../i18n/index.ts';
import { type BoundSignal, type Control, controlOf } from './controls.ts';
import type { DrawnChart } from './render.ts';
import { pictureSize } from './svg.ts';
import type { LiveView } from './tooltips.ts';
import type { TranslatedChart } from './translate.ts';

/** A chart for browsers: plain data, without its rows, which browsers get from the releases. */
export interface LiveChart {
  /** The Vega spec; its data sets have no values. */
  spec: Spec;
  /** The data set whose rows belong into a data source of the spec, by the source's name. */
  sources: Readonly<Record<string, string>>;
  views: readonly LiveView[];
  /** What readers may choose. */
  controls: readonly Control[];
  /** Of the picture, in CSS pixels. */
  width: number;
  height: number;
}

interface Settled {
  chart: TranslatedChart;
  views: readonly LiveView[];
  drawn: DrawnChart;
  language: Language;
  width: number;
}

/** The chart as it was laid out for its picture, for a browser to draw in its place. */
export function liveChart({ chart, views, drawn, language, width }: Settled): LiveChart {
  const { spec: compiled, extent } = drawn;
  const sources: Record<string, string> = {};
  const withoutRows = (compiled.data ?? []).map((source) => {
    const dataset = chart.data.get(source.name);
    if (!dataset) return source;
    sources[source.name] = dataset.id;
    const { values: _, ...own } = source as { name: string; values?: unknown };
    return own;
  });
  const words = (chart.spec.params ?? []).find((each) => each['name'] === 'words')?.['value'] ?? {};
  const wording = { language, words: words as Record<string, string>, data: chart.data };
  const signals = (compiled.signals ?? []) as BoundSignal[];
  const spec = {
    ...compiled,
    // The page has controls of its own, in the reader's words.
    signals: signals.map(({ bind: _, ...signal }) => signal),
    data: withoutRows,
    padding: { left: -extent.x1, top: -extent.y1, right: 0, bottom: 0 },
  } as Spec;
  return {
    spec,
    sources,
    views,
    controls: signals.filter(({ bind }) => bind?.input !== undefined).map((each) => controlOf(each, wording)),
    ...pictureSize(width, drawn),
  };
}
