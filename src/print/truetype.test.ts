import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { FontProgram } from './truetype.ts';

const packages = createRequire(import.meta.url);

async function fontWith(text: string, name = 'noto-sans', subset = 'latin'): Promise<Uint8Array> {
  const path = packages.resolve(`@fontsource/${name}/files/${name}-${subset}-400-normal.woff2`);
  return subsetFont(await readFile(path), text, { targetFormat: 'truetype' });
}

/** The first glyph with ink after the one that stands for what is missing. */
const inked = (font: FontProgram): number => font.all.findLast((n) => n > 0 && font.hasInk(n)) ?? 0;

describe('a font program', () => {
  it('draws a glyph made of two where both are, after it is written and read again', async () => {
    const font = new FontProgram(await fontWith('x'));
    const letter = inked(font);
    const [left, bottom, right, top] = font.boundsOf(letter);
    const made = font.addComposite(
      [
        { glyph: letter, x: 0, y: 0 },
        { glyph: letter, x: 900, y: -300 },
      ],
      1234,
    );
    const read = new FontProgram(font.bytes());
    expect(read.advance(made)).toBe(1234);
    expect(read.boundsOf(made)).toEqual([left, bottom - 300, right + 900, top]);
    expect(read.boundsOf(letter)).toEqual([left, bottom, right, top]);
    expect(read.bounds()[2]).toBe(right + 900);
  });

  it('adds a glyph without ink, as a space is', async () => {
    const font = new FontProgram(await fontWith('x'));
    const space = font.addComposite([], 260);
    const read = new FontProgram(font.bytes());
    expect(read.hasInk(space)).toBe(false);
    expect(read.advance(space)).toBe(260);
  });

  it('takes over a letter of another font, with what it is made of', async () => {
    const lao = new FontProgram(await fontWith('ກ', 'noto-sans-lao', 'lao'));
    const latin = new FontProgram(await fontWith('é'));
    const letter = inked(latin);
    const taken = lao.adopt(latin, letter);
    expect(lao.adopt(latin, letter)).toBe(taken);
    const read = new FontProgram(lao.bytes());
    expect(read.boundsOf(taken)).toEqual(latin.boundsOf(letter));
    expect(read.advance(taken)).toBe(latin.advance(letter));
  });

  it('can be written with no more than some glyphs, in their order, and what they are made of', async () => {
    const font = new FontProgram(await fontWith('abcdefgh'));
    const letter = inked(font);
    const made = font.addComposite([{ glyph: letter, x: 10, y: 20 }], 777);
    const outer = font.addComposite([{ glyph: made, x: 100, y: 0 }], 888);
    const order = font.orderOf([outer, 2]);
    expect(order.slice(0, 5)).toEqual([0, outer, 2, made, letter]);
    expect(order.length).toBeLessThan(font.all.length);
    const read = new FontProgram(font.bytes(order));
    expect(read.all).toHaveLength(order.length);
    expect([1, 2, 3, 4].map((n) => read.advance(n))).toEqual(
      [outer, 2, made, letter].map((n) => font.advance(n)),
    );
    expect([1, 2, 3, 4].map((n) => read.boundsOf(n))).toEqual(
      [outer, 2, made, letter].map((n) => font.boundsOf(n)),
    );
    expect(read.orderOf([1]).slice(0, 4)).toEqual([0, 1, 3, 4]);
  });

  it('has the checksum that a font file must have', async () => {
    const bytes = Buffer.from(new FontProgram(await fontWith('abc')).bytes());
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('says so where the bytes are no font', () => {
    expect(() => new FontProgram(Buffer.from('%PDF-1.4 and no font at all'))).toThrow(RangeError);
    expect(() => new FontProgram(new Uint8Array(0))).toThrow(RangeError);
  });
});
