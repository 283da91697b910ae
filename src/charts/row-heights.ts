import { measureText } from '../fonts/index.ts';
import type { Context } from './context.ts';
import { extent, type LabelTable } from './labels.ts';
import { isDiscrete, unitsOf } from './layout.ts';
import { brokenInto } from './lines.ts';
import { labelSize, lineHeight, titleSize } from './theme.ts';
import { definitionsOf, type View } from './view.ts';

const lowestRow = 24;

/** A view whose rows, if it has rows and no height in all, are at least as high as their names need. */
export function withRowHeight(view: View, table: LabelTable): View {
  const own = (view.height as { step?: number } | undefined)?.step;
  if (view.height !== undefined && own === undefined) return view;
  const rows = unitsOf(view).flatMap(({ encoding }) => definitionsOf(encoding?.y ?? []).filter(isDiscrete));
  if (rows.length === 0) return view;
  const lines = rows.map(({ axis }) => extent(table, String(axis?.format), measure).lines);
  return { ...view, height: { step: Math.max(own ?? lowestRow, Math.max(...lines) * lineHeight + 6) } };
}

const measure = (line: string): number => measureText(line, { size: labelSize });

/** The space that the title above a facet's upright axis takes, which the names of its cells have to leave free. */
export function titleSpace(inner: View, { language, layout }: Context): number {
  const lines = unitsOf(inner).flatMap(({ encoding }) =>
    definitionsOf(encoding?.y ?? []).flatMap(({ title, axis }) => {
      const own =
        axis === null ? [] : [axis?.title ?? title].flat().filter((each) => typeof each === 'string');
      return own.flatMap((each) => brokenInto(each, { language, width: layout.plot, size: titleSize }))
        .length;
    }),
  );
  const most = Math.max(0, ...lines);
  return most === 0 ? 0 : most * lineHeight + 8;
}
