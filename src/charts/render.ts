import * as vega from 'vega';
import type { Language } from '../i18n/index.ts';
import { withLines } from './break-lines.ts';
import { type CompiledChart, compile, listening } from './compile.ts';
import { dodge } from './dodge.ts';
import { inTime } from './in-time.ts';
import type { Layout } from './layout.ts';
import { type PinnedChart, rowsByName } from './pin.ts';
import { type Bounds, extentOf, type SceneMark, sortTicks } from './scene.ts';
import { type Sizes, signalsOf, sizedSpec, sizesOf } from './sizes.ts';
import { ChartError } from './source.ts';
import { restartRandom } from './vega-runtime.ts';

/** A chart that Vega has laid out, not yet written. */
export interface DrawnChart {
  /** Until the next drawing. */
  root: SceneMark;
  extent: Bounds;
  width: number;
  height: number;
  /** What was drawn, in its sizes, and with tooltips. */
  compiled: CompiledChart;
}

/** Draws one chart in one language, in one layout after the other. */
export interface Plotter {
  /** Draws it in this layout, and gives the width of all that is drawn. */
  draw(chart: PinnedChart, layout: Layout): number;
  /** The last drawing, with its labels moved apart. */
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
export function makePlotter(data: PinnedChart['data'], language: Language): Plotter {
  const complaints: string[] = [];
  let written = '';
  let compiled: CompiledChart | undefined;
  let shown = '';
  let last: { view: vega.View; spec: vega.Spec; sizes: Sizes } | undefined;
  let restore = () => {};
  const begin = (spec: vega.Spec, sources: CompiledChart['sources']): vega.View => {
    const rows = rowsByName(data);
    const filled = (spec.data ?? []).map((source) => {
      const name = sources[source.name];
      return name === undefined ? source : { ...source, values: rows[name] };
    });
    restartRandom();
    return new vega.View(vega.parse({ ...withoutTooltips(spec), data: filled } as vega.Spec), {
      renderer: 'none',
      logger: listening(complaints),
      loader: closedLoader as unknown as vega.Loader,
    });
  };
  return {
    draw(chart, layout) {
      restore();
      restore = () => {};
      const text = JSON.stringify(chart.spec);
      if (!compiled || text !== written) compiled = compile(chart, language);
      written = text;
      const spec = withLines(compiled.spec, { language, width: layout.plot });
      const sizes = sizesOf(layout);
      const own = JSON.stringify(spec);
      try {
        const { sources } = compiled;
        const view = last && own === shown ? last.view : begin(sizedSpec(spec, sizes), sources);
        for (const [name, size] of Object.entries(signalsOf(spec, sizes))) view.signal(name, size);
        inTime(() => view.run());
        last = { view, spec, sizes };
      } catch (error) {
        throw new ChartError(problemOf(error));
      }
      shown = own;
      if (complaints.length > 0) throw new ChartError(complaints.join(' '));
      const { x1, x2 } = extentOf(rootOf(last.view));
      return x2 - x1;
    },
    finish() {
      if (!last || !compiled) throw new Error('A chart is drawn before it is finished');
      last.view.finalize();
      const root = rootOf(last.view);
      sortTicks(root);
      restore = dodge(root);
      const extent = extentOf(root);
      const { x1, y1, x2, y2 } = extent;
      const own = { ...compiled, spec: sizedSpec(last.spec, last.sizes) };
      return { root, extent, width: x2 - x1, height: y2 - y1, compiled: own };
    },
  };
}

interface Group {
  marks?: Group[];
  encode?: { update?: Record<string, unknown> };
}

/** A picture shows no tooltips. */
function withoutTooltips<Own extends object>(group: Own): Own {
  const { marks, encode } = group as Group;
  const { tooltip: _, ...update } = encode?.update ?? {};
  return {
    ...group,
    ...(marks ? { marks: marks.map(withoutTooltips) } : {}),
    ...(encode?.update ? { encode: { ...encode, update } } : {}),
  };
}

const rootOf = (view: vega.View): SceneMark => (view.scenegraph() as unknown as { root: SceneMark }).root;

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
