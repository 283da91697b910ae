import type { LocalizedDataset } from '../datasets/index.ts';
import { loadMeasurer } from '../fonts/index.ts';
import { configFor, normalise } from './compile.ts';
import type { Reader, Survey } from './context.ts';
import { type Description, describe } from './describe.ts';
import { fitted, guessed } from './fit.ts';
import { firstLayout, type Layout, laidOut, withSizes } from './layout.ts';
import { type LiveChart, liveChart } from './live.ts';
import { type PinnedChart, pin } from './pin.ts';
import { type PortableSpec, portableSpec } from './portable.ts';
import { remembering } from './remember.ts';
import { type DrawnChart, makePlotter, type Plotter, write } from './render.ts';
import { facetCount, mapRatio, shownValues } from './scene.ts';
import { sizesOf } from './sizes.ts';
import type { ChartSpec } from './source.ts';
import { finish } from './svg.ts';
import { rowsNeeded } from './table-rows.ts';
import { type LiveView, withNames, withTooltips } from './tooltips.ts';
import { type TranslatedChart, translate } from './translate.ts';

export interface Drawing extends Reader {
  chart: ChartSpec;
  data: ReadonlyMap<string, LocalizedDataset>;
  /** In CSS pixels; the SVG is exactly as wide. */
  width: number;
  /** The id of the element that holds the title, in the page where the picture stands. */
  titledBy: string;
}

/**
 * Draws one chart in one language at one width, as SVG.
 *
 *   ChartSpec         no words, data by name
 *      | pin          names become releases
 *   PinnedChart
 *      | normalise    repeats and composite marks written out
 *      | translate    titles, names, formats, colours, sizes
 *   TranslatedChart
 *      | compile      Vega-Lite to Vega
 *   Spec
 *      | run          laid out: first to see what is shown, then until it fits
 *   DrawnChart
 *      | finish       variables for colours, no fonts, own ids
 *   string
 *
 * Throws a ChartError for what cannot be drawn.
 */
export const drawChart = async (drawing: Drawing): Promise<string> => (await drawChartAndSpec(drawing)).svg;

/** A chart as SVG, and the spec that it was drawn by. */
export interface ChartAndSpec {
  svg: string;
  /** Plain Vega-Lite in the reader's words, with the rows inside. */
  spec: PortableSpec;
  /** The same for browsers, which draw it in the picture's place. */
  live: LiveChart;
  /** What it shows, in words and numbers. */
  description: Description;
}

/** Draws a chart as `drawChart` does, and gives its spec too. */
export const drawChartAndSpec = async (drawing: Drawing): Promise<ChartAndSpec> =>
  drawSettled(drawing, await settle(drawing));

/** The picture of a chart that is laid out. */
export function pictureOf(
  { chart, language, width, titledBy }: Drawing,
  { translated, views, drawn }: Settled,
): Pick<ChartAndSpec, 'svg' | 'live'> {
  const height = Math.ceil(drawn.height);
  return {
    svg: finish(write(drawn), { prefix: `${chart.id}-${width}`, titledBy, width, drawn }),
    live: liveChart({
      chart: translated,
      views,
      language,
      drawn,
      // What does not fit is made smaller, as in the picture.
      width: Math.max(width, Math.ceil(drawn.width)),
      height,
    }),
  };
}

/** All that is made of a chart that is laid out. */
export function drawSettled(drawing: Drawing, settled: Settled): ChartAndSpec {
  const { chart, data, language, words, width } = drawing;
  const { pinned, translated, layout, drawn } = settled;
  return {
    ...pictureOf(drawing, settled),
    spec: portableSpec({
      chart: translated,
      config: configFor(translated, language, sizesOf(layout)),
      rows: rowsNeeded(chart, data),
      language,
      width,
    }),
    get description() {
      return describe(pinned, drawn.root, { language, words });
    },
  };
}

/** A chart that has found the layout in which it fits. */
export interface Settled {
  /** Before its translation, its views named as they were drawn. */
  pinned: PinnedChart;
  translated: TranslatedChart;
  views: readonly LiveView[];
  layout: Layout;
  plotter: Plotter;
  drawn: DrawnChart;
}

/** What a drawing has shown of the data: the same in every language and at every width. */
interface Shown {
  survey: Survey;
  facets: number;
  mapRatio: number | undefined;
}

/**
 * Lays a chart out until it fits its width. What the same chart took for the
 * same reader at another width spares drawings; it is drawn over.
 */
export async function settle(
  { chart, data, width, ...reader }: Omit<Drawing, 'titledBy'>,
  earlier?: Settled,
): Promise<Settled> {
  await loadMeasurer();
  const { language } = reader;
  const own = pin(chart, data);
  const { spec } = normalised(chart, data, '', () => normalise(own, language));
  const pinned = { ...own, spec };
  const { survey, ...shown } = surveyed(chart, data, '', () => surveyOf(pinned));
  const plotter = earlier?.plotter ?? makePlotter(pinned.data, language);
  const draw = (layout: Layout) => {
    const translated = translate(pinned, reader, layout, survey);
    const { chart: live, views } = withTooltips(translated, language);
    return { layout, translated, views, width: plotter.draw(live, layout) };
  };
  const first = firstLayout(spec, { total: width, ...shown });
  const { layout, translated, views } = fitted(
    earlier ? guessed(first, { ...earlier, width: earlier.drawn.width }) : first,
    draw,
  );
  return {
    pinned: { ...pinned, spec: withNames(spec) },
    translated: { ...translated, spec: withSizes(translated.spec, sizesOf(layout)) },
    views,
    layout,
    plotter,
    drawn: plotter.finish(),
  };
}

/** A first drawing, in no language and of any width, to see what is shown. */
function surveyOf(chart: PinnedChart): Shown {
  const layout = firstLayout(chart.spec, { total: 680, facets: 1 });
  const params = chart.spec.params?.map((each) =>
    // What is told apart by words is told apart by their keys.
    each['name'] === 'words'
      ? { ...each, value: Object.fromEntries(Object.keys(each['value'] ?? {}).map((key) => [key, key])) }
      : each,
  );
  const spec = laidOut({ ...chart.spec, ...(params ? { params } : {}) }, layout);
  const plotter = makePlotter(chart.data, 'en');
  plotter.draw({ ...chart, spec }, layout);
  const { root } = plotter.finish();
  return { survey: { values: shownValues(root) }, facets: facetCount(root), mapRatio: mapRatio(root) };
}

// Neither language nor width is in how a spec is written out, and in what it shows.
const normalised = remembering<PinnedChart>();
const surveyed = remembering<Shown>();
