import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

let ready: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** A standalone chart as PNG, a pixel for each of its own. It has no text, so no fonts are needed. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  ready ??= load();
  const { Resvg } = await ready;
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = drawing.render();
  const png = withPalette(image.pixels, image.width, image.height) ?? image.asPng();
  image.free();
  drawing.free();
  return png;
}

async function load() {
  const resvg = await import('@resvg/resvg-wasm');
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await resvg.initWasm(await readFile(wasm));
  return resvg;
}

/**
 * An opaque picture of at most 256 colours, as charts mostly are, as PNG with a
 * palette (https://www.w3.org/TR/png-3/): half as large as in full colour, and sooner made.
 */
function withPalette(rgba: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const numbers = new Map<number, number>();
  const palette: number[] = [];
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (width + 1));
  let last = -1;
  let number = 0;
  let at = 0;
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    to += 1;
    for (const end = at + width; at < end; at += 1, to += 1) {
      const colour = pixels[at] as number;
      if (colour !== last) {
        last = colour;
        number = numbers.get(colour) ?? numbers.size;
        if (number === 256) return undefined;
        if (number === numbers.size) {
          numbers.set(colour, number);
          palette.push(...rgba.subarray(at * 4, at * 4 + 3));
        }
      }
      rows[to] = number;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
