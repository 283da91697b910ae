/** Where something is drawn, in the coordinates of the group around it. */
export interface Bounds {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A drawn thing of Vega's scene graph: the parts that the engine reads. */
export interface SceneItem {
  bounds: Bounds;
  x?: number;
  y?: number;
  datum?: Record<string, unknown>;
  items?: SceneMark[];
}

export interface TextItem extends SceneItem {
  text?: string | string[];
  fontSize?: number;
  fontWeight?: number | string;
  align?: string;
  baseline?: string;
  opacity?: number;
  dx?: number;
  dy?: number;
  angle?: number;
  lineHeight?: number;
}

export interface SceneMark {
  marktype: string;
  role?: string;
  name?: string;
  bounds: Bounds;
  items: SceneItem[];
}

/** Visits each mark, with the groups around it. */
export function visitMarks(
  mark: SceneMark,
  visit: (mark: SceneMark, parent: SceneItem | undefined) => void,
  parent?: SceneItem,
): void {
  visit(mark, parent);
  for (const item of mark.items) for (const inner of item.items ?? []) visitMarks(inner, visit, item);
}

/** The values that fields have in marks of data, as text, by the field's name. */
export function shownValues(root: SceneMark): Map<string, string[]> {
  const values = new Map<string, Set<string>>();
  visitMarks(root, ({ role, items, marktype }) => {
    if (role !== 'mark' && !(marktype === 'group' && role === 'scope')) return;
    for (const { datum } of items) {
      for (const [field, value] of Object.entries(datum ?? {})) {
        if (typeof value !== 'string' && typeof value !== 'number') continue;
        const seen = values.get(field);
        if (seen) seen.add(String(value));
        else values.set(field, new Set([String(value)]));
      }
    }
  });
  return new Map([...values].map(([field, seen]) => [field, [...seen].sort()]));
}

/** The most cells that a facet has been drawn with. */
export function facetCount(root: SceneMark): number {
  let most = 1;
  visitMarks(root, ({ marktype, name, items }) => {
    if (marktype === 'group' && name?.endsWith('cell')) most = Math.max(most, items.length);
  });
  return most;
}

/** The width of what the highest map shows over its height; nothing where there is no map. */
export function mapRatio(root: SceneMark): number | undefined {
  const ratios: number[] = [];
  visitMarks(root, ({ marktype, role, items }, parent) => {
    if (marktype !== 'shape' || role !== 'mark' || !parent) return;
    const all = (parent.items ?? []).filter((mark) => mark.marktype === 'shape' && mark.role === 'mark');
    const bounds = (items.length > 0 ? all : []).flatMap((mark) => mark.items.map((item) => item.bounds));
    const [width, height] = [extentIn(bounds, 'x'), extentIn(bounds, 'y')];
    if (width > 0 && height > 0) ratios.push(width / height);
  });
  return ratios.length === 0 ? undefined : Math.min(...ratios);
}

const extentIn = (bounds: readonly Bounds[], axis: 'x' | 'y'): number =>
  Math.max(...bounds.map((each) => each[`${axis}2`])) - Math.min(...bounds.map((each) => each[`${axis}1`]));

/** Puts the ticks of axes in the order of their values: in a drawing that was resized, new ones come last. */
export function sortTicks(root: SceneMark): void {
  visitMarks(root, ({ role, items }) => {
    if (role === 'axis-tick' || role === 'axis-grid' || role === 'axis-label')
      items.sort((one, other) => indexOf(one) - indexOf(other));
  });
}

const indexOf = ({ datum }: SceneItem): number => Number(datum?.['index']);

/** The bounds of all that is drawn, text also where Vega's layout leaves it out. */
export function extentOf(root: SceneMark): Bounds {
  const extent = { ...root.bounds };
  const walk = (mark: SceneMark, x: number, y: number): void => {
    for (const item of mark.items) {
      for (const inner of item.items ?? []) walk(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      const { text, opacity } = item as TextItem;
      if (mark.marktype !== 'text' || !text || opacity === 0) continue;
      extent.x1 = Math.min(extent.x1, x + item.bounds.x1);
      extent.x2 = Math.max(extent.x2, x + item.bounds.x2);
      // Vega's box is that of Latin letters; Lao, Khmer and Vietnamese have marks above and below it.
      const room = 0.3 * ((item as TextItem).fontSize ?? 11);
      extent.y1 = Math.min(extent.y1, y + item.bounds.y1 - room);
      extent.y2 = Math.max(extent.y2, y + item.bounds.y2 + room);
    }
  };
  walk(root, 0, 0);
  return extent;
}
