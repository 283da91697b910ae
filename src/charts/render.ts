import * as vega from 'vega';
import { limits, TookTooLong, withinTime } from '../source/index.ts';
import { type CompiledChart, listening } from './compile.ts';
import { dodge } from './dodge.ts';
import { knownFunctions } from './known-functions.ts';
import { type PinnedChart, rowsByName } from './pin.ts';
import { type Bounds, extentOf, type SceneMark } from './scene.ts';
import { sizesApart } from './sizes.ts';
import { ChartError } from './source.ts';
import { restartRandom } from './vega-runtime.ts';

/** A chart that Vega has laid out, not yet written. */
export interface DrawnChart {
  root: SceneMark;
  extent: Bounds;
  width: number;
  height: number;
}

/** Draws one chart in one layout after the other. */
export interface Plotter {
  /** Draws it in this layout, and gives the width of all that is drawn. */
  draw(chart: CompiledChart): number;
  /** The last drawing, with its labels moved apart. Nothing can be drawn after it. */
  finish(): DrawnChart;
}

// A chart reads its data sets and nothing else.
const closedLoader = {
  load: (uri: string) => Promise.reject(new ChartError(`A chart cannot load “${uri}”.`)),
  sanitize: (uri: string) => Promise.reject(new ChartError(`A chart cannot link to “${uri}”.`)),
};

/**
 * Runs Vega to the end, at once: nothing is loaded, so that nothing is waited
 * for. A layout that differs from the last in nothing but sizes is put to the
 * drawing that is there, which takes a third of the time of another.
 */
export function makePlotter(data: PinnedChart['data']): Plotter {
  const complaints: string[] = [];
  let view: vega.View | undefined;
  let root: SceneMark | undefined;
  let rest = '';
  const begin = ({ spec, sources }: CompiledChart): vega.View => {
    const rows = rowsByName(data);
    const filled = (spec.data ?? []).map((source) => {
      const name = sources[source.name];
      return name === undefined ? source : { ...source, values: rows[name] };
    });
    restartRandom();
    return new vega.View(vega.parse({ ...spec, data: filled } as vega.Spec), {
      renderer: 'none',
      logger: listening(complaints),
      loader: closedLoader as unknown as vega.Loader,
      expr: knownFunctions,
    } as vega.ViewOptions);
  };
  return {
    draw(chart) {
      const next = sizesApart(chart.spec);
      try {
        if (view && next.rest === rest) for (const [name, size] of next.sizes) view.signal(name, size);
        else view = begin(chart);
        const own = view;
        withinTime(limits.chart, () => own.run());
        root = rootOf(own);
      } catch (error) {
        throw new ChartError(problemOf(error));
      }
      rest = next.rest;
      if (complaints.length > 0) throw new ChartError(complaints.join(' '));
      const { x1, x2 } = extentOf(root);
      return x2 - x1;
    },
    finish() {
      if (!view || !root) throw new Error('A chart is drawn before it is finished');
      view.finalize();
      dodge(root);
      const extent = extentOf(root);
      const { x1, y1, x2, y2 } = extent;
      return { root, extent, width: x2 - x1, height: y2 - y1 };
    },
  };
}

const rootOf = (view: vega.View): SceneMark => (view.scenegraph() as unknown as { root: SceneMark }).root;

const problemOf = (error: unknown): string => {
  if (error instanceof TookTooLong)
    return `It takes longer than ${limits.chart / 1000} seconds. Look for expressions and transforms that make ever more.`;
  return error instanceof Error ? error.message : String(error);
};

interface StringRenderer {
  initialize(element: null, width: number, height: number, origin: [number, number]): StringRenderer;
  render(root: SceneMark): StringRenderer;
  svg(): string;
}

const { SVGStringRenderer } = vega as unknown as { SVGStringRenderer: new () => StringRenderer };

/** The scene as Vega writes it, cut at its bounds. */
export function write({ root, extent: { x1, y1 }, width, height }: DrawnChart): string {
  return new SVGStringRenderer().initialize(null, width, height, [-x1, -y1]).render(root).svg();
}
