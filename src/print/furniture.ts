import type { Item, PrintedContent, Run } from './content.ts';
import { apply, boxAround, invert, multiply, type Placed } from './geometry.ts';

/** A line of text in the margin of a page: its runs, and where it lies on the page, in points. */
interface MarginLine {
  runs: readonly (Placed & { item: { kind: 'text'; run: Run } })[];
  baseline: number;
  left: number;
  right: number;
}

const isText = (placed: Placed): placed is MarginLine['runs'][number] => placed.item.kind === 'text';

/** The lines above and below the text of a page, from the top of the page down. What stands in the margin has no tags. */
function marginLines(placed: readonly Placed[]): MarginLine[] {
  const lines = new Map<number, MarginLine['runs']>();
  for (const each of placed) {
    if (!isText(each) || each.marked) continue;
    const baseline = Math.round(apply(multiply(each.item.run.matrix, each.matrix), 0, 0)[1]);
    lines.set(baseline, [...(lines.get(baseline) ?? []), each]);
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([baseline, runs]) => {
      const [left, , right] = boxAround(runs) ?? [0, 0, 0, 0];
      return { runs, baseline, left, right };
    });
}

/** A heading as it was set in the text, to be set again in a running head. */
export type SetText = readonly { run: Run; spaceBefore: boolean }[];

/**
 * Sets the section that a page begins in beside the short title in its running
 * head, at the far end of the line. The browser cannot name it there (it has no
 * `string()`), but it has set the same words as a heading: its glyphs are set
 * again, smaller, so that every script is shaped as it should be. A head that
 * does not fit is cut, with an ellipsis where the font has one. Gives the items,
 * and the item that they come after; nothing where the page has no running head.
 */
export function runningHead(
  placed: readonly Placed[],
  heading: SetText,
  { pageHeight, direction }: { pageHeight: number; direction: 'ltr' | 'rtl' },
): { after: Item; items: Item[] } | undefined {
  const lines = marginLines(placed);
  const head = lines.find(({ baseline }) => baseline > pageHeight / 2);
  const foot = lines.findLast(({ baseline }) => baseline < pageHeight / 2);
  const model = head?.runs.at(-1);
  if (!head || !foot || !model || heading.length === 0) return undefined;
  const { size, matrix } = model.item.run;
  /** Points of the page that one unit of the model's text is long. */
  const scale = Math.abs(model.matrix[0] * matrix[0]);
  const room = (direction === 'ltr' ? foot.right - head.right : head.left - foot.left) / scale - 3 * size;
  const pieces = fitted(heading, size, room);
  const width = pieces.reduce((sum, { before, run }) => sum + before + run.width, 0);
  const [right, left] = [foot.right, foot.left].map(
    (edge) => apply(invert(model.matrix), edge, head.baseline)[0] / matrix[0],
  ) as [number, number];
  let x = direction === 'ltr' ? right - width : left;
  const items = pieces.map(({ before, run }): Item => {
    const start = x + before;
    x = start + run.width;
    return {
      kind: 'text',
      run: { ...run, matrix: [matrix[0], 0, 0, matrix[3], start * matrix[0], matrix[5]] },
    };
  });
  return { after: model.item, items };
}

/** The runs of a heading at another size, with the space before each, cut at the width. */
function fitted(heading: SetText, size: number, room: number): { before: number; run: Run }[] {
  const pieces: { before: number; run: Run }[] = [];
  let width = 0;
  for (const { run, spaceBefore } of heading) {
    const factor = size / run.size;
    const before = pieces.length > 0 && spaceBefore ? size * 0.26 : 0;
    const glyphs = run.glyphs.map(({ code, offset }) => ({ code, offset: offset * factor }));
    const whole: Run = { ...run, size, width: run.width * factor, glyphs };
    const fits = width + before + whole.width <= room;
    const piece = fits ? whole : cut(whole, room - width - before);
    if (piece) pieces.push({ before, run: piece });
    if (!fits) break;
    width += before + whole.width;
  }
  return pieces;
}

/** The beginning of a run that fits, up to the end of a word where there are spaces, with dots where its font has them. */
function cut(run: Run, room: number): Run | undefined {
  const { font, size } = run;
  const widthOf = (code: number) => (font.widthOf(code) / 1000) * size;
  const dots = ['…', '...'].map((text) => [...text].map((each) => font.codeOf(each)));
  const tail = dots.find((codes): codes is number[] => !codes.includes(undefined)) ?? [];
  const tailWidth = tail.reduce((sum, code) => sum + widthOf(code), 0);
  const isSpace = ({ code }: { code: number }) => font.textOf(code) === ' ';
  let glyphs = run.glyphs.filter(({ code, offset }) => offset + widthOf(code) <= room - tailWidth);
  const space = glyphs.findLastIndex(isSpace);
  if (space > 0) glyphs = glyphs.slice(0, space);
  const last = glyphs.at(-1);
  if (!last) return undefined;
  let width = last.offset + widthOf(last.code);
  for (const code of tail) {
    glyphs.push({ code, offset: width });
    width += widthOf(code);
  }
  return { ...run, glyphs, width, text: glyphs.map(({ code }) => font.textOf(code)).join('') };
}

/** Puts the digits of a page number into the place that was kept for them, against its right edge. Whether the font has them. */
export function setNumber(run: Run, number: number): boolean {
  const glyphs: Run['glyphs'] = [];
  let right = run.width;
  for (const digit of [...String(number)].reverse()) {
    const code = run.font.codeOf(digit);
    if (code === undefined) return false;
    right -= (run.font.widthOf(code) / 1000) * run.size;
    glyphs.unshift({ code, offset: right });
  }
  run.glyphs = glyphs;
  run.text = String(number);
  return true;
}

/** Takes marked content out of the structure: it stays on the page, and is not said. */
export function untag(items: Item[], number: number): void {
  for (const [index, item] of items.entries())
    if (item.kind === 'begin' && item.mcid === number)
      items[index] = { kind: 'begin', tag: 'Artifact', mcid: undefined };
}

/**
 * Marks what stands on a page outside of the structure as an artifact, as every
 * mark must be that is not content (ISO 14289-1, 7.1): running heads and feet,
 * backgrounds and rules. `head` is what is added to the running head.
 */
export function markFurniture(
  page: PrintedContent,
  placed: readonly Placed[],
  head: ReturnType<typeof runningHead>,
  { pageHeight, isContent }: { pageHeight: number; isContent: (operators: string) => boolean },
): void {
  page.items = placed.flatMap((each, index): Item[] => {
    // What is marked may have been taken out of the structure since.
    const item = page.items[index] ?? each.item;
    if (each.marked) return [item];
    if (isText(each)) {
      const [, bottom] = boxAround([each]) ?? [0, 0];
      const where = bottom > pageHeight / 2 ? 'Header' : 'Footer';
      const properties = `<</Type /Pagination /Subtype /${where}>>`;
      const added = head?.after === item ? head.items : [];
      return [item, ...added].flatMap((text) => asArtifact(text, properties));
    }
    return item.kind === 'operators' && item.paints && !isContent(item.text) ? asArtifact(item) : [item];
  });
}

const asArtifact = (item: Item, properties?: string): Item[] => [
  { kind: 'begin', tag: 'Artifact', mcid: undefined, ...(properties ? { properties } : {}) },
  item,
  { kind: 'end' },
];
