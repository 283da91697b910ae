import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Font } from 'harfbuzzjs';
import { type FontFamily, type FontSubset, type FontWeight, fontFamilies, fontFile } from './families.ts';
import { parseRange } from './unicode-range.ts';

export interface TextStyle {
  /** In CSS pixels. */
  size: number;
  weight?: FontWeight;
}

type HarfBuzz = typeof import('harfbuzzjs');
let harfbuzz: HarfBuzz | undefined;

/** Makes `measureText` ready: HarfBuzz is WebAssembly, which loads asynchronously. */
export async function loadMeasurer(): Promise<void> {
  harfbuzz ??= await import('harfbuzzjs');
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

interface Face extends FontSubset {
  family: FontFamily;
  ranges: readonly (readonly [number, number])[];
}

const faces: readonly Face[] = fontFamilies.flatMap((family) =>
  family.files.map((file) => ({ ...file, family, ranges: parseRange(file.unicodeRange) })),
);

const covers = ({ ranges }: Face, codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

interface Run {
  face: Face | undefined;
  text: string;
}

/** Cuts where the font changes. Marks and joiners stay with the letter before them. */
function runsOf(text: string): Run[] {
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

function runWidth({ face, text }: Run, weight: FontWeight): number {
  if (!face) return [...text].length * 0.6;
  if (!harfbuzz) throw new Error('Text is measured before loadMeasurer() was awaited.');
  const { font, unitsPerEm } = fontOf(face, weight, harfbuzz);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / unitsPerEm;
}

/**
 * Whether a file of a family really draws a character: the range that it is
 * published with names some that it lacks. `loadMeasurer` must have been awaited once.
 */
export function draws(family: FontFamily, subset: string, character: string): boolean {
  const face = faces.find((each) => each.family === family && each.subset === subset);
  if (!face || !harfbuzz) throw new Error(`There is no font ${family.family} ${subset} to ask.`);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(character);
  buffer.guessSegmentProperties();
  harfbuzz.shape(fontOf(face, 400, harfbuzz).font, buffer);
  return buffer.getGlyphInfos().every(({ codepoint }) => codepoint !== 0);
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
