import type { SceneItem, SceneMark } from '../scene.ts';
import type { LiveView } from '../tooltips.ts';

/** An item of Vega's scene in a browser. */
export interface DrawnItem extends SceneItem {
  mark: DrawnMark;
  tooltip?: unknown;
  _svg?: SVGElement;
}

export interface DrawnMark extends SceneMark {
  items: DrawnItem[];
  _svg?: SVGElement;
}

/** A value that a chart shows. */
export interface Point {
  item: DrawnItem;
  view: LiveView;
  /** Its middle, and its box, in the coordinates of the picture. */
  x: number;
  y: number;
  box: { x1: number; y1: number; x2: number; y2: number };
  /** What its tooltip says: what each value is called, and the value. */
  keys: readonly Line[];
  measures: readonly Line[];
  /** The name of its series; empty where nothing tells series apart. */
  series: string;
  /** The code of its series in the data; none where nothing tells series apart. */
  code: unknown;
}

export type Line = readonly [title: string, value: string];

const paths = new Set(['line', 'area', 'trail']);

/** All values that a chart shows at present, in the order in which they were drawn. */
export function pointsOf(
  root: SceneMark,
  views: readonly LiveView[],
  origin: readonly [number, number],
): Point[] {
  const byMark = new Map(views.map((view) => [view.mark, view]));
  const points: Point[] = [];
  const walk = (mark: DrawnMark, x: number, y: number): void => {
    const view = byMark.get(mark.name ?? '');
    for (const item of mark.items) {
      if (view && mark.marktype !== 'group' && item.tooltip != null) points.push(pointOf(item, view, x, y));
      for (const inner of item.items ?? []) walk(inner as DrawnMark, x + (item.x ?? 0), y + (item.y ?? 0));
    }
  };
  walk(root as DrawnMark, ...origin);
  return points;
}

function pointOf(item: DrawnItem, view: LiveView, x: number, y: number): Point {
  const isVertex = paths.has(item.mark.marktype);
  const isPlaced = isVertex || item.mark.marktype === 'symbol';
  const { x1, y1, x2, y2 } = isVertex
    ? { x1: item.x ?? 0, y1: item.y ?? 0, x2: item.x ?? 0, y2: item.y ?? 0 }
    : item.bounds;
  const box = { x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2 };
  const lines = linesOf(item.tooltip);
  const apart = new Set(view.series.map(({ title }) => title));
  const measured = new Set(view.measures);
  const field = view.series.at(-1)?.field;
  return {
    item,
    view,
    x: isPlaced ? x + (item.x ?? 0) : (box.x1 + box.x2) / 2,
    y: isPlaced ? y + (item.y ?? 0) : (box.y1 + box.y2) / 2,
    box,
    keys: lines.filter(([title]) => !apart.has(title) && !measured.has(title)),
    measures: lines.filter(([title]) => !apart.has(title) && measured.has(title)),
    series: lines
      .filter(([title]) => apart.has(title))
      .map(([, value]) => value)
      .join(', '),
    code: field === undefined ? undefined : item.datum?.[field],
  };
}

const linesOf = (tooltip: unknown): Line[] =>
  typeof tooltip === 'object' && tooltip !== null && !Array.isArray(tooltip)
    ? Object.entries(tooltip).map(([title, value]) => [title.trim(), textOf(value)])
    : [['', textOf(tooltip)]];

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''));

// As far from the pointer as a value may be, in CSS pixels of the picture.
const reach = 48;

/** The value that a reader points at: the one drawn there, or else the nearest. */
export function pointAt(points: readonly Point[], x: number, y: number, target: unknown): Point | undefined {
  const own = points.find(({ item }) => item === target && !paths.has(item.mark.marktype));
  if (own) return own;
  let nearest: Point | undefined;
  let least = reach;
  for (const point of points) {
    const { x1, y1, x2, y2 } = point.box;
    // The box of a wedge or a region is no measure of where it is.
    if (point.item.mark.marktype === 'arc' || point.item.mark.marktype === 'shape') continue;
    const distance = Math.hypot(Math.max(x1 - x, 0, x - x2), Math.max(y1 - y, 0, y - y2));
    if (distance < least) [nearest, least] = [point, distance];
  }
  return nearest;
}
