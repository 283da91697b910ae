import type { Font } from 'harfbuzzjs';
import type { TextStyle } from './measure.ts';
import { runsOf, type ShapedRun, shape } from './shape.ts';
import { type Direction, inVisualOrder } from './visual-order.ts';

/** Where a line of text begins: its left end, on the baseline. */
export interface LineStart {
  x: number;
  y: number;
  /** By default that of the line's first letter. */
  direction?: Direction | undefined;
}

/** How far the ink of a line reaches above and below its baseline, in CSS pixels. */
export interface InkHeight {
  above: number;
  below: number;
}

/** Draws texts of one SVG document without fonts: each glyph's outline once, and a reference wherever it occurs. */
export interface Outliner {
  /** A line as SVG elements, shaped as `measureText` does. Characters that no shipped font has leave a gap. */
  line(text: string, style: TextStyle, start: LineStart): string;
  /** The outlines that the lines so far refer to, for the document's `<defs>`. */
  glyphs(): string;
}

/** `prefix` begins the ids of the outlines, so that several documents can stand in one page. `loadMeasurer` must have been awaited once. */
export function makeOutliner(prefix: string): Outliner {
  const ids = new Map<string, string>();
  const paths: string[] = [];
  const idOf = (font: Font, glyph: number, unitsPerEm: number): string | undefined => {
    const path = outlineOf(font, glyph, unitsPerEm);
    if (path === '') return undefined;
    let id = ids.get(path);
    if (id === undefined) {
      id = `${prefix}${ids.size.toString(36)}`;
      ids.set(path, id);
      paths.push(`<path id="${id}" d="${path}"/>`);
    }
    return id;
  };
  return {
    line(text, { size, weight = 400 }, { x, y, direction }) {
      let advance = 0;
      const uses: string[] = [];
      for (const { font, unitsPerEm, glyphs } of shapedLine(text, weight, direction)) {
        const scale = em / unitsPerEm;
        for (const { id: glyph, xAdvance, xOffset, yOffset } of glyphs) {
          const id = font && idOf(font, glyph, unitsPerEm);
          const left = Math.round(advance + xOffset * scale);
          const up = Math.round(yOffset * scale);
          if (id)
            uses.push(`<use xlink:href="#${id}"${left ? ` x="${left}"` : ''}${up ? ` y="${-up}"` : ''}/>`);
          advance += xAdvance * scale;
        }
      }
      return `<g transform="translate(${hundredths(x)} ${hundredths(y)}) scale(${size / em})">${uses.join('')}</g>`;
    },
    glyphs: () => paths.join(''),
  };
}

/** The parts of an em that outlines are written in, whole numbers: less than a hundredth of a pixel in text of charts. */
const em = 1000;

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The ink of a line, which in some scripts reaches further than their fonts say of themselves. */
export function inkHeight(text: string, { size, weight = 400 }: TextStyle): InkHeight {
  let [above, below] = [0, 0];
  for (const { font, unitsPerEm, glyphs } of shapedLine(text, weight)) {
    for (const { id, yOffset } of glyphs) {
      const { yBearing = 0, height = 0 } = font?.glyphExtents(id) ?? {};
      above = Math.max(above, (yOffset + yBearing) / unitsPerEm);
      below = Math.max(below, -(yOffset + yBearing + height) / unitsPerEm);
    }
  }
  return { above: above * size, below: below * size };
}

type GlyphRun = Omit<ShapedRun, 'font'> & { font: Font | undefined };

/** A line as runs of glyphs from left to right. */
const shapedLine = (text: string, weight: 400 | 700, base?: Direction): GlyphRun[] =>
  inVisualOrder(text, base).flatMap(({ text: part, direction }) => {
    const runs = runsOf(part);
    return (direction === 'rtl' ? runs.reverse() : runs).map(({ face, text: own }): GlyphRun => {
      if (face) return shape(face, own, weight, direction);
      const gap = { id: 0, xAdvance: [...own].length * 0.6, xOffset: 0, yOffset: 0 };
      return { font: undefined, unitsPerEm: 1, glyphs: [gap] };
    });
  });

const outlines = new WeakMap<Font, Map<number, string>>();

function outlineOf(font: Font, glyph: number, unitsPerEm: number): string {
  const known = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, known);
  let path = known.get(glyph);
  if (path === undefined) {
    path = pathOf(font.glyphToJson(glyph), em / unitsPerEm);
    known.set(glyph, path);
  }
  return path;
}

/** The contours of a glyph, each point given from the one before. */
function pathOf(commands: ReturnType<Font['glyphToJson']>, scale: number): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let path = '';
  for (const { type, values } of commands) {
    if (type === 'Z') {
      path += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    const points = values.map((value, index) => Math.round(value * (index % 2 ? -scale : scale)));
    const steps = points.map((value, index) => value - (index % 2 ? y : x));
    path += type.toLowerCase() + steps.join(' ').replaceAll(' -', '-');
    [x = 0, y = 0] = points.slice(-2);
    if (type === 'M') [startX, startY] = [x, y];
  }
  return path;
}
