import type { LocalizedDataset } from '../datasets/index.ts';
import { loadMeasurer } from '../fonts/index.ts';
import { compile, normalise } from './compile.ts';
import type { Reader, Survey } from './context.ts';
import { firstLayout, type Layout } from './layout.ts';
import { pin } from './pin.ts';
import { type DrawnChart, run, write } from './render.ts';
import { facetCount, shownValues } from './scene.ts';
import type { ChartSource } from './source.ts';
import { finish } from './svg.ts';
import { translate } from './translate.ts';

export interface Drawing extends Reader {
  chart: ChartSource;
  data: ReadonlyMap<string, LocalizedDataset>;
  /** In CSS pixels; the SVG is exactly as wide. */
  width: number;
  /** What assistive technology reads for the picture. */
  label?: string;
}

/**
 * Draws one chart in one language at one width, as SVG.
 *
 *   ChartSource       no words, data by name
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
export async function drawChart({ chart, data, width, label, ...reader }: Drawing): Promise<string> {
  await loadMeasurer();
  const pinned = normalise(pin(chart, data), reader.language, width);
  const draw = (layout: Layout, survey: Survey): DrawnChart =>
    run(compile(translate(pinned, reader, layout, survey), { ...layout, language: reader.language }));

  const { survey, facets } = surveyed(chart, data, () =>
    draw(firstLayout(pinned.spec, width, 1), { values: new Map() }),
  );
  let layout = firstLayout(pinned.spec, width, facets);
  let drawn = draw(layout, survey);
  for (let attempt = 0; attempt < 5 && !fits(drawn.width, width); attempt += 1) {
    layout = {
      ...layout,
      plot: layout.plot - Math.ceil(((drawn.width - width + 1) / layout.across) * 10) / 10,
    };
    drawn = draw(layout, survey);
  }
  return finish(write(drawn), {
    prefix: `${chart.id}-${width}`,
    label: label ?? '',
    width,
    height: Math.ceil(drawn.height),
  });
}

interface Surveyed {
  survey: Survey;
  facets: number;
}

// What is shown of the data is the same in every language and at every width.
const surveys = new WeakMap<ChartSource, Map<string, Surveyed>>();

function surveyed(chart: ChartSource, data: Drawing['data'], draw: () => DrawnChart): Surveyed {
  const known = surveys.get(chart) ?? new Map<string, Surveyed>();
  surveys.set(chart, known);
  const releases = [...data.values()].map(({ id, version }) => `${id} ${version}`).join(' ');
  let found = known.get(releases);
  if (!found) {
    const { root } = draw();
    found = { survey: { values: shownValues(root) }, facets: facetCount(root) };
    known.set(releases, found);
  }
  return found;
}

// One pixel is kept free: browsers place glyphs and strokes a little beyond what is measured.
const fits = (drawn: number, width: number): boolean => drawn <= width - 1 && drawn > width - 3;
