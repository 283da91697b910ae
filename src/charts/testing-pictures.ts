import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import pixelmatch from 'pixelmatch';
import { chartPalette } from './palette.ts';
import type { Bounds, SceneMark, TextItem } from './scene.ts';

/** A text that readers see, and where it stands in the drawing. */
export interface ShownText {
  text: string;
  role: string;
  bounds: Bounds;
}

/** All texts of a scene that are not hidden, lines joined. */
export function shownTexts(root: SceneMark): ShownText[] {
  const shown: ShownText[] = [];
  const walk = (mark: SceneMark, x: number, y: number): void => {
    for (const item of mark.items as TextItem[]) {
      if (item.opacity === 0) continue;
      for (const inner of item.items ?? []) walk(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      const text = [item.text ?? ''].flat().join(' ').trim();
      if (mark.marktype !== 'text' || text === '') continue;
      const { x1, y1, x2, y2 } = item.bounds;
      const bounds = { x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2 };
      shown.push({ text, role: mark.role ?? '', bounds });
    }
  };
  walk(root, 0, 0);
  return shown;
}

let ready: Promise<void> | undefined;

/** Makes `difference` ready. */
export function loadRasteriser(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  ready ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return ready;
}

interface Drawn {
  text: string;
  origin: readonly [number, number];
}

/**
 * How much two pictures differ apart from their texts, laid over each other at
 * the corners of their plots: the share of all pixels, and of those that are drawn upon.
 */
export function difference(one: Drawn, other: Drawn): { ofAll: number; ofDrawn: number } {
  const both = [one, other].map((drawn) => ({ ...drawn, size: sizeOf(drawn.text) }));
  const [x, y] = ([0, 1] as const).map((axis) => {
    const before = Math.ceil(Math.max(...both.map(({ origin }) => origin[axis])));
    const after = Math.max(...both.map(({ origin, size }) => size[axis] - origin[axis]));
    return { before, length: Math.ceil(before + after) };
  }) as [Side, Side];
  const [first, second] = both.map(({ text, origin }) => {
    const place = `translate(${x.before - origin[0]},${y.before - origin[1]})`;
    const inner = withoutText(text).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${x.length}" height="${y.length}"><g transform="${place}">${inner}</g></svg>`;
    return new Resvg(svg, { background: '#ffffff' }).render().pixels;
  }) as [Uint8Array, Uint8Array];
  const differing = pixelmatch(first, second, undefined, x.length, y.length, { threshold: 0.1 });
  let drawn = 0;
  for (let at = 0; at < first.length; at += 4) if (isDrawn(first, at) || isDrawn(second, at)) drawn += 1;
  return { ofAll: differing / (x.length * y.length), ofDrawn: differing / Math.max(1, drawn) };
}

interface Side {
  before: number;
  length: number;
}

const isDrawn = (pixels: Uint8Array, at: number): boolean =>
  [0, 1, 2].some((channel) => (pixels[at + channel] ?? 255) < 250);

function sizeOf(svg: string): [number, number] {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
}

/** The picture in the colours of the light ground, without texts. */
const withoutText = (svg: string): string =>
  chartPalette
    .reduce((text, { variable, light }) => text.replaceAll(`var(${variable})`, light), svg)
    .replace(/<text.*?<\/text>/gs, '');
