import * as vega from 'vega';
import { listening } from './compile.ts';
import { dodge } from './dodge.ts';
import { type Bounds, extentOf, type SceneMark } from './scene.ts';
import { ChartError } from './source.ts';
import { restartRandom } from './vega-runtime.ts';

/** A chart that Vega has laid out, not yet written. */
export interface DrawnChart {
  root: SceneMark;
  extent: Bounds;
  width: number;
  height: number;
}

// A chart reads its data sets and nothing else.
const closedLoader = {
  load: (uri: string) => Promise.reject(new ChartError(`A chart cannot load “${uri}”.`)),
  sanitize: (uri: string) => Promise.reject(new ChartError(`A chart cannot link to “${uri}”.`)),
};

/** Runs a Vega spec to the end, at once: nothing is loaded, so that nothing is waited for. */
export function run(spec: vega.Spec): DrawnChart {
  const complaints: string[] = [];
  const logger = listening(complaints);
  restartRandom();
  let root: SceneMark;
  try {
    const view = new vega.View(vega.parse(spec), {
      renderer: 'none',
      logger,
      loader: closedLoader as unknown as vega.Loader,
    }).run();
    root = (view.scenegraph() as unknown as { root: SceneMark }).root;
    view.finalize();
  } catch (error) {
    throw new ChartError(error instanceof Error ? error.message : String(error));
  }
  if (complaints.length > 0) throw new ChartError(complaints.join(' '));
  dodge(root);
  const extent = extentOf(root);
  const { x1, y1, x2, y2 } = extent;
  return { root, extent, width: x2 - x1, height: y2 - y1 };
}

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
