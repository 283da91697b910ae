import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../site/index.ts';
import { lighterPicture } from './lighter-pictures.ts';

let folder: string;
const site = (): Site => ({ folder }) as Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-pictures-'));
  await mkdir(join(folder, 'public/images'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function photograph(name: string, width: number, height: number): Promise<number> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  await writeFile(join(folder, 'public/images', name), bytes);
  return bytes.length;
}

test('a photograph is offered at the widths of screens, none wider than itself, and each is lighter', async () => {
  const bytes = await photograph('market day.jpg', 1000, 600);
  const picture = await lighterPicture(site(), '/images/market%20day.jpg');
  expect(picture).toMatchObject({ width: 1000, height: 600 });
  expect(picture?.lighter.map(({ width }) => width)).toEqual([400, 800, 1000]);
  for (const { name, width, make } of picture?.lighter ?? []) {
    expect(name).toMatch(new RegExp(`^picture-${width}\\.[0-9a-f]{8}\\.avif$`));
    const made = await make();
    expect(await sharp(made).metadata()).toMatchObject({ format: 'heif', width, height: width * 0.6 });
    expect(made.length).toBeLessThan(bytes);
  }
});

test('another picture under the same name has other names, which browsers may keep for ever', async () => {
  await photograph('a.jpg', 500, 300);
  const before = await lighterPicture(site(), '/images/a.jpg');
  await photograph('a.jpg', 500, 301);
  const after = await lighterPicture(site(), '/images/a.jpg');
  expect(after?.lighter[0]?.name).not.toBe(before?.lighter[0]?.name);
});

test('drawings, what is not there and what is no picture stay as they are', async () => {
  await writeFile(join(folder, 'public/images/no-picture.png'), 'no picture');
  for (const address of ['/images/dot.svg', '/images/none.jpg', '/images/no-picture.png', '/../outside.png'])
    expect(await lighterPicture(site(), address)).toBeUndefined();
});
