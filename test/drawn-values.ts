import { DomUtils } from 'htmlparser2';
import { all, type Element, isElement } from './built-pages.ts';

// Turns the shapes of a chart back into values, by its axes alone: where two labels stand, and what they say.

/** A shape that stands for a row, or several in a line; positions in pixels of its frame. */
export interface Shape {
  kind: 'line' | 'point' | 'bar';
  colour: string;
  /** Its places; of a bar, its two ends along the axis of values. */
  at: readonly [x: number, y: number][];
}

/** Where a value stands on an axis, in pixels, and what it is called there. */
interface Axis {
  labels: readonly { text: string; at: number }[];
  /** The pixel of a value; nothing on an axis of names. */
  pixel: ((value: number) => number) | undefined;
}

export interface Frame {
  x: Axis | undefined;
  y: Axis | undefined;
  shapes: readonly Shape[];
}

const childrenOf = (element: Element): Element[] => element.children.filter(isElement);

/** The plots of a picture: each group that has axes of its own, with the shapes in it. */
export function framesOf(svg: Element, language: string): Frame[] {
  const groups = all('g', svg);
  const axes = groups.filter(isAxis);
  const owners = new Set(axes.flatMap(({ parent }) => (parent && isElement(parent) ? [parent] : [])));
  return [...owners].map((owner) => {
    const own = childrenOf(owner).filter(isAxis);
    return {
      x: axisOf(own.filter(isBelow), 'x', language),
      y: axisOf(
        own.filter((each) => !isBelow(each)),
        'y',
        language,
      ),
      shapes: childrenOf(owner).flatMap((each) => (isAxis(each) ? [] : shapesIn(each, [0, 0], owners))),
    };
  });
}

/** A group of labels in the colour of axes. */
const isAxis = (element: Element): boolean => {
  const texts = childrenOf(element).filter(({ name }) => name === 'text');
  return (
    element.name === 'g' &&
    texts.length > 1 &&
    texts.every(({ attribs }) => attribs['fill'] === 'var(--chart-muted)')
  );
};

/** Labels of an axis below the plot stand side by side. */
const isBelow = (axis: Element): boolean =>
  new Set(childrenOf(axis).flatMap(({ name, attribs }) => (name === 'text' ? [attribs['y']] : []))).size ===
  1;

/** Vega lowers a label of 12 px beside its tick by so much, to stand in the middle. */
const lowered = 4;

function axisOf([axis]: readonly Element[], across: 'x' | 'y', language: string): Axis | undefined {
  if (!axis) return undefined;
  const texts = childrenOf(axis).filter(({ name }) => name === 'text');
  const labels = texts.map((each) => ({
    text: DomUtils.textContent(each),
    at: Number(each.attribs[across]) - (across === 'y' ? lowered : 0),
  }));
  const [first, last] = [labels[0], labels.at(-1)].map((label) => label && readNumber(label.text, language));
  const [start, end] = [labels[0]?.at ?? 0, labels.at(-1)?.at ?? 0];
  const pixel =
    first === undefined || last === undefined
      ? undefined
      : (value: number) => start + ((value - first) / (last - first)) * (end - start);
  return { labels, pixel };
}

/** A whole text that is a number, as readers of the language take it. */
export function readNumber(text: string, language: string): number | undefined {
  const plain = /^(?:lo|vi)$/.test(language)
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replaceAll(',', '');
  return /^[-−]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : undefined;
}

type Point = [x: number, y: number];

function shapesIn(element: Element, [left, top]: Point, frames: ReadonlySet<Element>): Shape[] {
  // A frame within a frame has its own shapes; another group with words is a key.
  if (frames.has(element) || (element.name === 'g' && all('text', element).length > 0)) return [];
  const [, dx = '0', dy = '0'] =
    /translate\(([^,)]*),?([^)]*)\)/.exec(element.attribs['transform'] ?? '') ?? [];
  const [x, y] = [left + Number(dx), top + Number(dy || 0)];
  if (element.name === 'g') return childrenOf(element).flatMap((each) => shapesIn(each, [x, y], frames));
  const { d = '', stroke, fill } = element.attribs;
  if (element.name !== 'path' || d === '') return [];
  const colour = fill ?? stroke ?? '';
  // A symbol is drawn around the place that it is moved to.
  if (element.attribs['transform'] !== undefined || /[Aa]/.test(d))
    return [{ kind: 'point', colour, at: [[x, y]] }];
  const bar = /^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h-[\d.]+Z$/.exec(d);
  if (bar) {
    const [, atX = 0, atY = 0, width = 0, height = 0] = bar.map(Number);
    return [
      {
        kind: 'bar',
        colour,
        at: [
          [x + atX, y + atY + height],
          [x + atX + width, y + atY],
        ],
      },
    ];
  }
  if (stroke === undefined || fill !== undefined || /[b-ln-z]/i.test(d)) return [];
  const at: Point[] = [];
  for (const [, , toX, toY] of d.matchAll(/([mM])?\s*(-?[\d.]*\d),?\s*(-?[\d.]*\d)/g)) {
    const [fromX, fromY] = at.at(-1) ?? [x, y];
    at.push([fromX + Number(toX), fromY + Number(toY)]);
  }
  return [{ kind: 'line', colour, at }];
}

/** Whether a label belongs to the key of colours of a map. */
export const isInKey = ({ parent }: Element): boolean =>
  parent !== null &&
  isElement(parent) &&
  childrenOf(parent).some(({ attribs }) => attribs['fill']?.startsWith('url('));

/** The values that a map shows, by the colours of its key; nothing for a picture without such a key. */
export function coloursRead(svg: Element, language: string): number[] | undefined {
  const stops = all('stop', svg);
  if (stops.length === 0) return undefined;
  const labels = all('text', svg).filter(isInKey).map(DomUtils.textContent);
  const [from = Number.NaN, to = Number.NaN] = [labels[0], labels.at(-1)].map((each) =>
    readNumber(each ?? '', language),
  );
  const key = new Map(
    stops.map(({ attribs }) => [attribs['stop-color'], from + Number(attribs['offset']) * (to - from)]),
  );
  return all('path', svg).flatMap(({ attribs }) => key.get(attribs['fill'] ?? '') ?? []);
}
