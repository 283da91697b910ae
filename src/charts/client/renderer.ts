import * as vega from 'vega';
import { dodge } from '../dodge.ts';
import type { SceneMark } from '../scene.ts';
import { asPicture } from './as-picture.ts';

interface Renderer {
  _svg: SVGSVGElement | null;
  initialize(element: Element, width: number, height: number, origin: number[], scale?: number): this;
  resize(width: number, height: number, origin: number[], scale?: number): this;
  _render(scene: SceneMark, markTypes?: string[]): this;
}

const { SVGRenderer, SVGHandler, renderModule } = vega as unknown as {
  SVGRenderer: new (loader: unknown) => Renderer;
  SVGHandler: unknown;
  renderModule(name: string, module: { renderer: unknown; handler: unknown }): void;
};

/** Registers a renderer that draws as the picture that it takes the place of, and gives its name for vega-embed. */
export function rendererLike(
  picture: SVGSVGElement,
  { width, height }: { width: number; height: number },
): string {
  const name = `sala-${picture.closest('figure')?.id}-${width}`;
  class PictureRenderer extends SVGRenderer {
    override initialize(
      element: Element,
      _width: number,
      _height: number,
      origin: number[],
      scale?: number,
    ): this {
      return super.initialize(element, width, height, origin, scale);
    }
    override resize(_width: number, _height: number, origin: number[], scale?: number): this {
      return super.resize(width, height, origin, scale);
    }
    override _render(scene: SceneMark, markTypes?: string[]): this {
      dodge(scene);
      super._render(scene, markTypes);
      if (this._svg) asPicture(this._svg);
      return this;
    }
  }
  renderModule(name, { renderer: PictureRenderer, handler: SVGHandler });
  return name;
}
