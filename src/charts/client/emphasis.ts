import type { SceneMark } from '../scene.ts';
import { visitMarks } from '../scene.ts';
import type { DrawnItem, DrawnMark, Point } from './points.ts';

const nested = new Set(['line', 'area', 'trail']);

/**
 * Sets off one series by making the others quiet, and takes away those that
 * are hidden: names at the ends of lines go with their series.
 */
export function emphasise(
  root: SceneMark,
  field: string | undefined,
  { loud, hidden }: { loud: unknown; hidden: ReadonlySet<unknown> },
): void {
  if (field === undefined) return;
  visitMarks(root, (mark) => {
    const isLegend = mark.role === 'legend-symbol' || mark.role === 'legend-label';
    if (mark.role !== 'mark' && !isLegend) return;
    const items = (nested.has(mark.marktype) ? mark.items.slice(0, 1) : mark.items) as DrawnItem[];
    for (const { datum, _svg: element } of items) {
      const code = isLegend ? datum?.['value'] : datum?.[field];
      if (!element || code === undefined) continue;
      element.classList.toggle('quiet', loud !== undefined && code !== loud);
      element.classList.toggle(isLegend ? 'off' : 'gone', hidden.has(code));
    }
  });
}

/** The code of the series that an entry of a legend stands for. */
export function legendCode(target: EventTarget | null): unknown {
  const item = (target as { __data__?: DrawnItem } | null)?.__data__;
  const mark = item?.mark as DrawnMark | undefined;
  if (mark?.role !== 'legend-symbol' && mark?.role !== 'legend-label') return undefined;
  return item?.datum?.['value'];
}

/** The field that tells the series of a chart apart, if it is one for all. */
export const seriesField = (points: readonly Point[]): string | undefined =>
  points.find(({ view }) => view.series.length > 0)?.view.series.at(-1)?.field;
