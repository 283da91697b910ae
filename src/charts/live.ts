import type { Spec } from 'vega';
import type { Language } from '../i18n/index.ts';
import { compile } from './compile.ts';
import { type BoundSignal, type Control, controlOf } from './controls.ts';
import { type LabelTable, makeLabels } from './labels.ts';
import type { Layout } from './layout.ts';
import type { Bounds } from './scene.ts';
import { type LiveView, withTooltips } from './tooltips.ts';
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
  layout: Layout;
  language: Language;
  /** What is drawn, in the coordinates of Vega's origin. */
  extent: Bounds;
  width: number;
  height: number;
}

/** The chart as it was laid out for its picture, for a browser to draw in its place. */
export function liveChart({ chart, layout, language, extent, width, height }: Settled): LiveChart {
  const labels = makeLabels(language, chart.labels as LabelTable);
  const { spec: explorable, views } = withTooltips(chart, labels);
  const params = (explorable.params ?? []).map((each) =>
    each['name'] === 'salaLabels' ? { ...each, value: labels.table } : each,
  );
  const compiled = compile({ ...chart, spec: { ...explorable, params } }, { ...layout, language });
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
