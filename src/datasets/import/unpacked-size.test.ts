import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readExcel } from './read-excel.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A ZIP archive that holds one file of so many bytes, and says of it what it is told to say. */
function archive(size: number, said = size): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

test('an archive is as large as what is in it, whatever it says', () => {
  expect(unpackedSize(archive(5_000), 10_000)).toBe(5_000);
  expect(unpackedSize(archive(5_000, 10), 1_000)).toBe(Number.POSITIVE_INFINITY);
});

test('a workbook that becomes enormous is not unpacked', async () => {
  const bomb = archive(201_000_000, 10);
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(readExcel(bomb)).rejects.toThrow('The workbook is larger than 200 MB when it is unpacked.');
});
