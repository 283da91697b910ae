/**
 * The colour profile of sRGB (IEC 61966-2-1) as a display profile of ICC
 * version 2.1 (ICC.1:2001-04): its primaries adapted to D50, and its transfer
 * curve in 1,024 steps. Made of the published constants, so that there is no
 * file of unknown licence to ship.
 */
export function srgbProfile(): Uint8Array {
  const curve = Buffer.alloc(12 + 1024 * 2);
  curve.write('curv', 0);
  curve.writeUInt32BE(1024, 8);
  for (let n = 0; n < 1024; n += 1) {
    const value = n / 1023;
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(linear * 65535), 12 + n * 2);
  }
  const tags: [string, Buffer][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', point(0.9642, 1, 0.8249)],
    ['rXYZ', point(0.43607, 0.22249, 0.01392)],
    ['gXYZ', point(0.38515, 0.71687, 0.09708)],
    ['bXYZ', point(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let offset = 128 + table.length;
  for (const [n, [signature, body]] of tags.entries()) {
    if (!places.has(body)) {
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      places.set(body, offset);
      bodies.push(padded);
      offset += padded.length;
    }
    table.write(signature, 4 + n * 12, 'latin1');
    table.writeUInt32BE(places.get(body) ?? 0, 8 + n * 12);
    table.writeUInt32BE(body.length, 12 + n * 12);
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // A date that never changes: the constants are of 1999.
  for (const [n, part] of [1999, 1, 1, 0, 0, 0].entries()) header.writeUInt16BE(part, 24 + n * 2);
  header.write('acsp', 36, 'latin1');
  header.set(point(0.9642, 1, 0.8249).subarray(8), 68);
  return Buffer.concat([header, table, ...bodies]);
}

function point(...values: [number, number, number]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0);
  values.forEach((value, n) => {
    tag.writeInt32BE(Math.round(value * 65536), 8 + n * 4);
  });
  return tag;
}

const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from('text\0\0\0\0'), Buffer.from(`${words}\0`)]);

function description(words: string): Buffer {
  const tag = Buffer.alloc(12 + words.length + 1 + 8 + 3 + 67);
  tag.write('desc', 0);
  tag.writeUInt32BE(words.length + 1, 8);
  tag.write(words, 12, 'latin1');
  return tag;
}
