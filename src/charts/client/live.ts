import * as vega from 'vega';
import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { SceneMark } from '../scene.ts';
import { restartRandom } from '../vega-runtime.ts';
import { connectControls } from './controls.ts';
import { emphasise, legendCode, seriesField } from './emphasis.ts';
import { filled, type LiveFile } from './live-file.ts';
import { type Point, pointAt, pointsOf } from './points.ts';
import { rendererLike } from './renderer.ts';
import { makeTooltip } from './tooltip.ts';
import { treeOf } from './tree.ts';
import { makeTreeView } from './tree-view.ts';
import { unscaled } from './unscaled.ts';
import { zoomed } from './zoom.ts';

type Rows = Readonly<Record<string, unknown>>;

/**
 * Draws a chart live, out of sight, and then puts it exactly where its picture
 * is. Throws when it cannot be drawn; then nothing has changed.
 */
export async function makeLive(
  figure: HTMLElement,
  box: HTMLElement,
  file: LiveFile,
  rows: Rows,
): Promise<void> {
  const picture = box.querySelector('svg');
  if (!picture) return;
  const holder = document.createElement('div');
  holder.className = 'chart-live';
  restartRandom();
  const { view } = await embed(holder, withRows(file, rows), {
    mode: 'vega',
    actions: false,
    defaultStyle: false,
    hover: false,
    tooltip: () => {},
    ast: true,
    expr: expressionInterpreter,
    renderer: rendererLike(picture, file) as 'svg',
    logLevel: vega.Error,
    loader: closedLoader,
  });
  const svg = holder.querySelector('svg');
  if (!svg) throw new Error('Vega drew nothing.');
  for (const name of ['role', 'aria-labelledby', 'direction', 'font-size', 'class']) {
    const value = picture.getAttribute(name);
    if (value !== null) svg.setAttribute(name, value);
  }
  svg.style.removeProperty('vertical-align');
  svg.style.removeProperty('background-color');
  picture.classList.add('still');
  box.append(holder);
  explore({ figure, box, svg, view, file });
}

// A chart reads its data sets and nothing else.
const closedLoader = {
  load: () => Promise.reject(new Error('A chart loads nothing.')),
  sanitize: () => Promise.reject(new Error('A chart links to nothing.')),
  http: () => Promise.reject(new Error('A chart loads nothing.')),
  file: () => Promise.reject(new Error('A chart loads nothing.')),
} as unknown as vega.Loader;

/** The spec with the rows of each release, each source with its own, since Vega marks the rows that it reads. */
function withRows({ spec, sources }: LiveFile, rows: Rows): vega.Spec {
  const data = (spec.data ?? []).map((source) => {
    const id = sources[source.name];
    return id === undefined ? source : { ...source, values: structuredClone(rows[id]) };
  });
  return { ...spec, data } as vega.Spec;
}

interface Exploring {
  figure: HTMLElement;
  box: HTMLElement;
  svg: SVGSVGElement;
  view: vega.View;
  file: LiveFile;
}

/** Answers pointer, touch and keyboard. */
function explore({ figure, box, svg, view, file }: Exploring): void {
  const { views, words, width } = file;
  const tooltip = makeTooltip(box, svg);
  const hidden = new Set<unknown>();
  const root = () => (view.scenegraph() as unknown as { root: SceneMark }).root;
  const { left: originX, top: originY } = view.padding() as { left: number; top: number };
  let points: Point[] | undefined;
  const seen = () => {
    points ??= pointsOf(root(), views, [originX, originY]).filter(({ code }) => !hidden.has(code));
    return points;
  };
  const field = seriesField(seen());
  const put = (loud?: unknown) => emphasise(root(), field, { loud, hidden });
  const scale = () => svg.getBoundingClientRect().width / width;
  const show = (point: Point | undefined) => {
    put(point?.code);
    if (point) tooltip.show(point, scale());
    else tooltip.hide();
  };
  const toggle = (code: unknown): boolean => {
    if (!hidden.delete(code)) hidden.add(code);
    points = undefined;
    show(undefined);
    return !hidden.has(code);
  };

  unscaled(svg, scale);
  box.addEventListener('keydown', (event) => {
    if (zoomed(svg, file, event.key)) event.preventDefault();
  });
  const follow = ({ clientX, clientY, target }: PointerEvent | MouseEvent) => {
    const { left, top } = svg.getBoundingClientRect();
    const item = (target as { __data__?: unknown } | null)?.__data__;
    const code = legendCode(target);
    if (code !== undefined) {
      tooltip.hide();
      return put(code);
    }
    show(pointAt(seen(), clientX - left, clientY - top, item));
  };
  svg.addEventListener('pointermove', follow);
  svg.addEventListener('click', (event) => {
    const code = legendCode(event.target);
    if (code !== undefined) toggle(code);
    else follow(event);
  });
  box.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') show(undefined);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!box.contains(target as Node)) show(undefined);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(undefined);
  });

  const line = document.createElement('p');
  line.className = 'chart-reading';
  line.setAttribute('aria-hidden', 'true');
  line.hidden = true;
  const makeTree = () => {
    const tree = makeTreeView(
      treeOf(headOf(figure), root(), seen(), words),
      `${svg.getAttribute('aria-labelledby') ? headOf(figure).title : ''}. ${words.keys}`,
      {
        visit(node) {
          show(node?.point);
          if (node && !node.point && node.series !== undefined) put(node.series);
          line.hidden = !node;
          line.textContent = node ? nameOf(node.text, hidden.has(node.series)) : '';
        },
        toggle: ({ series }) => toggle(series),
        leave: () => figure.querySelector<HTMLElement>('.chart-explore')?.focus(),
      },
    );
    box.querySelector('.chart-tree')?.remove();
    box.append(tree);
    return tree;
  };
  const nameOf = (text: string, isHidden: boolean) =>
    isHidden ? filled(words.hidden, { name: text }) : text;
  let tree = makeTree();
  box.append(line);
  figure.addEventListener('sala-explore', () => {
    if (box.offsetWidth > 0) tree.querySelector<HTMLElement>('li')?.focus();
  });

  connectControls(figure, view, () => {
    points = undefined;
    put();
    tooltip.hide();
    tree = makeTree();
  });
}

/** What stands over a chart in its page: its title, and the descriptions that an editor and the engine wrote. */
function headOf(figure: HTMLElement): { title: string; descriptions: string[] } {
  const id = figure.getAttribute('aria-labelledby') ?? '';
  const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    title: textOf(document.getElementById(id)),
    descriptions: [...figure.querySelectorAll('.chart-description')]
      .map(textOf)
      .filter((text) => text !== ''),
  };
}
