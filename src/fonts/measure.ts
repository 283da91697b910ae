import type { FontWeight } from './families.ts';
import { type Run, runsOf, shape } from './shape.ts';

export interface TextStyle {
  /** In CSS pixels. */
  size: number;
  weight?: FontWeight;
}

/**
 * The width of one line in CSS pixels, shaped with the shipped fonts as browsers
 * shape it. Same on every machine. Characters that no shipped font has count as
 * six tenths of the size. `loadMeasurer` must have been awaited once.
 */
export function measureText(text: string, { size, weight = 400 }: TextStyle): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = runsOf(text).reduce((sum, run) => sum + runWidth(run, weight), 0);
    if (widths.size > 50_000) widths.clear();
    widths.set(key, width);
  }
  return width * size;
}

/** Widths at size 1. */
const widths = new Map<string, number>();

function runWidth({ face, text }: Run, weight: FontWeight): number {
  if (!face) return [...text].length * 0.6;
  const { glyphs, unitsPerEm } = shape(face, text, weight);
  return glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / unitsPerEm;
}
