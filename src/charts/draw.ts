import type { LocalizedDataset } from '../datasets/index.ts';
import { loadMeasurer } from '../fonts/index.ts';
import { compile, configFor, normalise } from './compile.ts';
import type { Reader, Survey } from './context.ts';
import { type Description, describe } from './describe.ts';
import { firstLayout, type Layout } from './layout.ts';
import { type LiveChart, liveChart } from './live.ts';
import { type PinnedChart, pin } from './pin.ts';
import { type PortableSpec, portableSpec } from './portable.ts';
import { type DrawnChart, run, write } from './render.ts';
import { facetCount, mapRatio, shownValues } from './scene.ts';
import type { ChartSpec } from './source.ts';
import { finish } from './svg.ts';
import { rowsNeeded } from './table-rows.ts';
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

/** Writes a chart that is laid out. */
export function drawSettled(
  { chart, data, language, width, titledBy }: Drawing,
  { pinned, translated, layout, drawn }: Settled,
): ChartAndSpec {
  const height = Math.ceil(drawn.height);
  return {
    svg: finish(write(drawn), { prefix: `${chart.id}-${width}`, titledBy, width, height }),
    live: liveChart({ chart: translated, layout, language, extent: drawn.extent, width, height }),
    spec: portableSpec({
      chart: translated,
      config: configFor(translated, { ...layout, language }),
      rows: rowsNeeded(chart, data),
      language,
      width,
    }),
    description: describe(pinned, drawn.root, language),
  };
}

/** A chart that has found the layout in which it fits. */
export interface Settled {
  /** Before its translation. */
  pinned: PinnedChart;
  translated: TranslatedChart;
  layout: Layout;
  drawn: DrawnChart;
}

/** Lays a chart out until it fits its width. */
export async function settle({ chart, data, width, ...reader }: Omit<Drawing, 'titledBy'>): Promise<Settled> {
  await loadMeasurer();
  const pinned = normalise(pin(chart, data), reader.language, width);
  const put = (layout: Layout, survey: Survey) => translate(pinned, reader, layout, survey);
  const draw = (layout: Layout, survey: Survey): DrawnChart =>
    run(compile(put(layout, survey), { ...layout, language: reader.language }));

  const { survey, ...shown } = surveyed(chart, data, () =>
    draw(firstLayout(pinned.spec, { total: width, facets: 1 }), { values: new Map() }),
  );
  let layout = firstLayout(pinned.spec, { total: width, ...shown });
  let drawn = draw(layout, survey);
  for (let attempt = 0; attempt < 5 && !fits(drawn.width, width); attempt += 1) {
    layout = {
      ...layout,
      plot: layout.plot - Math.ceil(((drawn.width - width + 1) / layout.across) * 10) / 10,
    };
    drawn = draw(layout, survey);
  }
  return { pinned, translated: put(layout, survey), layout, drawn };
}

interface Surveyed {
  survey: Survey;
  facets: number;
  mapRatio: number | undefined;
}

// What is shown of the data is the same in every language and at every width.
const surveys = new WeakMap<ChartSpec, Map<string, Surveyed>>();

function surveyed(chart: ChartSpec, data: Drawing['data'], draw: () => DrawnChart): Surveyed {
  const known = surveys.get(chart) ?? new Map<string, Surveyed>();
  surveys.set(chart, known);
  const releases = [...data.values()].map(({ id, version }) => `${id} ${version}`).join(' ');
  let found = known.get(releases);
  if (!found) {
    const { root } = draw();
    found = { survey: { values: shownValues(root) }, facets: facetCount(root), mapRatio: mapRatio(root) };
    known.set(releases, found);
  }
  return found;
}

// One pixel is kept free: browsers place glyphs and strokes a little beyond what is measured.
const fits = (drawn: number, width: number): boolean => drawn <= width - 1 && drawn > width - 3;
