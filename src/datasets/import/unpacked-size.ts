import { inflateRawSync } from 'node:zlib';

/**
 * How many bytes the parts of a ZIP archive have once they are unpacked;
 * infinitely many, where they are more than `most` or cannot be found. What the
 * archive says of itself is not believed.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
 */
export function unpackedSize(bytes: Uint8Array, most: number): number {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 20 > archive.length) return 0;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let size = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) return Number.POSITIVE_INFINITY;
    const local = archive.readUInt32LE(at + 42);
    if (local + 30 > archive.length) return Number.POSITIVE_INFINITY;
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    const isDeflated = archive.readUInt16LE(at + 10) === 8;
    try {
      size += isDeflated
        ? inflateRawSync(packed, { maxOutputLength: most - size + 1 }).length
        : packed.length;
    } catch {
      return Number.POSITIVE_INFINITY;
    }
    if (size > most) return Number.POSITIVE_INFINITY;
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return size;
}
