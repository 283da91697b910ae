import type { Spec } from 'vega';
import type { Language } from '../i18n/index.ts';
import { type BoundSignal, type Control, controlOf } from './controls.ts';
import type { DrawnChart } from './render.ts';
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

interface Laid {
  chart: TranslatedChart;
  views: readonly LiveView[];
  language: Language;
  drawn: DrawnChart;
  width: number;
  height: number;
}

/** The chart as it was laid out for its picture, for a browser to draw in its place. */
export function liveChart({ chart, views, language, drawn, width, height }: Laid): LiveChart {
  const { compiled, extent } = drawn;
  const sources = Object.entries(compiled.sources);
  const mapIn = (name: string) => chart.data.get(name)?.map;
  const words = (chart.spec.params ?? []).find((each) => each['name'] === 'words')?.['value'] ?? {};
  const wording = { language, words: words as Record<string, string>, data: chart.data };
  const signals = (compiled.spec.signals ?? []) as BoundSignal[];
  const spec = {
    ...compiled.spec,
    // The page has controls of its own, in the reader's words.
    signals: signals.map(({ bind: _, ...signal }) => signal),
    data: (compiled.spec.data ?? []).map((source) => {
      const values = mapIn(compiled.sources[source.name] ?? '');
      return values ? { ...source, values } : source;
    }),
    padding: { left: -extent.x1, top: -extent.y1, right: 0, bottom: 0 },
  } as Spec;
  return {
    spec,
    sources: Object.fromEntries(sources.filter(([, name]) => !mapIn(name))),
    views,
    controls: signals.filter(({ bind }) => bind?.input !== undefined).map((each) => controlOf(each, wording)),
    width,
    height,
  };
}
