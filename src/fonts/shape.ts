import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Font } from 'harfbuzzjs';
import { type FontFamily, type FontSubset, type FontWeight, fontFamilies, fontFile } from './families.ts';
import { parseRange } from './unicode-range.ts';
import type { Direction } from './visual-order.ts';

type HarfBuzz = typeof import('harfbuzzjs');
let harfbuzz: HarfBuzz | undefined;

/** Makes `measureText` and `outlineText` ready: HarfBuzz is WebAssembly, which loads asynchronously. */
export async function loadMeasurer(): Promise<void> {
  harfbuzz ??= await import('harfbuzzjs');
}

/** A file of the shipped fonts. */
export interface Face extends FontSubset {
  family: FontFamily;
  ranges: readonly (readonly [number, number])[];
}

const faces: readonly Face[] = fontFamilies.flatMap((family) =>
  family.files.map((file) => ({ ...file, family, ranges: parseRange(file.unicodeRange) })),
);

const covers = ({ ranges }: Face, codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

/** A part of a text that one font draws; none where no shipped font has its characters. */
export interface Run {
  face: Face | undefined;
  text: string;
}

/** Cuts where the font changes. Marks and joiners stay with the letter before them. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const clings = /[\p{M}\p{Cf}]/u.test(character);
    const face =
      clings && last?.face && covers(last.face, codePoint)
        ? last.face
        : faces.find((each) => covers(each, codePoint));
    if (last && last.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

/** A run as glyphs from left to right; all lengths in the font's units. */
export interface ShapedRun {
  font: Font;
  unitsPerEm: number;
  glyphs: readonly { id: number; xAdvance: number; xOffset: number; yOffset: number }[];
}

/** Shapes a run as browsers do, in the direction of its script or the given one. `loadMeasurer` must have been awaited once. */
export function shape(face: Face, text: string, weight: FontWeight, direction?: Direction): ShapedRun {
  const key = `${face.subset} ${weight} ${direction} ${text}`;
  let run = shaped.get(key);
  if (!run) {
    run = shapeAnew(face, text, weight, direction);
    if (shaped.size > 20_000) shaped.clear();
    shaped.set(key, run);
  }
  return run;
}

/** Letters with marks of Vietnamese are runs of their own, which come again and again. */
const shaped = new Map<string, ShapedRun>();

function shapeAnew(face: Face, text: string, weight: FontWeight, direction?: Direction): ShapedRun {
  if (!harfbuzz) throw new Error('Text is shaped before HarfBuzz was loaded.');
  const { font, unitsPerEm } = fontOf(face, weight, harfbuzz);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  if (direction) buffer.setDirection(harfbuzz.Direction[direction === 'rtl' ? 'RTL' : 'LTR']);
  harfbuzz.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    return { id: codepoint, xAdvance, xOffset, yOffset };
  });
  return { font, unitsPerEm, glyphs };
}

/**
 * Whether a file of a family really draws a character: the range that it is
 * published with names some that it lacks. `loadMeasurer` must have been awaited once.
 */
export function draws(family: FontFamily, subset: string, character: string): boolean {
  const face = faces.find((each) => each.family === family && each.subset === subset);
  if (!face) throw new Error(`There is no font ${family.family} ${subset} to ask.`);
  return shape(face, character, 400).glyphs.every(({ id }) => id !== 0);
}

interface LoadedFont {
  font: Font;
  unitsPerEm: number;
}

const fonts = new Map<string, LoadedFont>();

function fontOf({ family, subset }: Face, weight: FontWeight, { Blob, Face, Font }: HarfBuzz): LoadedFont {
  const path = fontFile(family, subset, weight, 'woff');
  let loaded = fonts.get(path);
  if (!loaded) {
    const sfnt = unpackWoff(readFileSync(path));
    const face = new Face(new Blob(sfnt.buffer as ArrayBuffer));
    loaded = { font: new Font(face), unitsPerEm: face.upem };
    fonts.set(path, loaded);
  }
  return loaded;
}

/** A WOFF 1 file as the TrueType font that is packed in it (https://www.w3.org/TR/WOFF/). */
function unpackWoff(woff: Buffer): Uint8Array {
  const tableCount = woff.readUInt16BE(12);
  const tables = Array.from({ length: tableCount }, (_, index) => {
    const entry = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const aligned = (length: number) => (length + 3) & ~3;
  const start = 12 + tableCount * 16;
  const sfnt = Buffer.alloc(start + tables.reduce((sum, { bytes }) => sum + aligned(bytes.length), 0));
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(tableCount, 4);
  let position = start;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const entry = 12 + index * 16;
    tag.copy(sfnt, entry);
    sfnt.writeUInt32BE(checksum, entry + 4);
    sfnt.writeUInt32BE(position, entry + 8);
    sfnt.writeUInt32BE(bytes.length, entry + 12);
    bytes.copy(sfnt, position);
    position += aligned(bytes.length);
  });
  return new Uint8Array(sfnt);
}
