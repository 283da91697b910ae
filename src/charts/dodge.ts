import type { SceneItem, SceneMark, TextItem } from './scene.ts';
import { visitMarks } from './scene.ts';

interface Label {
  item: TextItem;
  /** Middle and height of what is drawn. */
  middle: number;
  height: number;
}

// Further away a label no longer says whose it is.
const farthest = 60;

/**
 * Moves labels apart that stand one above the other at the same line, as the
 * names at the ends of series do, as little as will do. All others stay.
 * Gives what puts them back.
 */
export function dodge(root: SceneMark): () => void {
  const columns = new Map<SceneItem, Map<string, Label[]>>();
  visitMarks(root, ({ marktype, role, items }, parent) => {
    if (marktype !== 'text' || role !== 'mark' || !parent) return;
    const within = columns.get(parent) ?? new Map<string, Label[]>();
    columns.set(parent, within);
    for (const item of items as TextItem[]) {
      const { y1, y2 } = item.bounds;
      const isPlain =
        item.text !== '' && !item.angle && item.opacity !== 0 && (item.align ?? 'left') !== 'center';
      if (!isPlain || !(y2 > y1)) continue;
      const place = `${item.align ?? 'left'} ${Math.round((item.x ?? 0) + (item.dx ?? 0))}`;
      within.set(place, [...(within.get(place) ?? []), { item, middle: (y1 + y2) / 2, height: y2 - y1 }]);
    }
  });
  const moved: (() => void)[] = [];
  for (const within of columns.values()) for (const labels of within.values()) moved.push(...spread(labels));
  return () => {
    for (const back of moved) back();
  };
}

/** Labels that touch form a block around the mean of their places; blocks that touch are joined. */
function spread(labels: readonly Label[]): (() => void)[] {
  const sorted = [...labels].sort((a, b) => a.middle - b.middle);
  const blocks: Label[][] = [];
  for (const label of sorted) {
    blocks.push([label]);
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || bottom(before) <= top(last)) break;
      blocks.splice(-2, 2, [...before, ...last]);
    }
  }
  return blocks
    .filter(({ length }) => length > 1)
    .flatMap((block) => {
      let y = top(block);
      return block.map(({ item, middle, height }) => {
        y += height;
        return shift(item, y - height / 2 - middle);
      });
    });
}

const heightOf = (block: readonly Label[]): number => block.reduce((sum, { height }) => sum + height, 0);

function top(block: readonly Label[]): number {
  const middle = block.reduce((sum, label) => sum + label.middle, 0) / block.length;
  return middle - heightOf(block) / 2;
}

const bottom = (block: readonly Label[]): number => top(block) + heightOf(block);

function shift(item: TextItem, distance: number): () => void {
  if (Math.abs(distance) > farthest) return () => {};
  const { y } = item;
  const { y1, y2 } = item.bounds;
  item.y = (item.y ?? 0) + distance;
  item.bounds.y1 += distance;
  item.bounds.y2 += distance;
  return () => {
    Object.assign(item, { y });
    Object.assign(item.bounds, { y1, y2 });
  };
}
