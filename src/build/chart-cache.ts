import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DrawOrder } from '../charts/index.ts';
import type { Release } from '../datasets/index.ts';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import type { Outcome } from './draw-all.ts';

/** Charts that were drawn before. A cache that cannot be read or written is none. */
export interface ChartCache {
  read(order: DrawOrder): Promise<Outcome | undefined>;
  write(orders: readonly DrawOrder[], outcomes: readonly Outcome[]): Promise<void>;
}

const chartsFolder = join(cacheFolder, 'charts');

/** Opens the cache in a folder. */
export async function openChartCache(folder: string = chartsFolder): Promise<ChartCache> {
  started ??= drawingCode();
  const code = await started;
  const nameOf = (order: DrawOrder) => `${keyOf(order, code)}.bin`;
  return {
    async read(order) {
      try {
        return deserialize(await readFile(join(folder, nameOf(order)))) as Outcome;
      } catch {
        return undefined;
      }
    },
    async write(orders, outcomes) {
      // What was drawn by code that has changed since this program began may be of either code.
      if (orders.length === 0 || (await drawingCode()) !== code) return;
      try {
        await mkdir(folder, { recursive: true });
        for (const [index, order] of orders.entries())
          await writeWhole(folder, nameOf(order), serialize(outcomes[index]));
      } catch {
        // A full disk or a folder that may not be written: the next run draws again.
      }
    },
  };
}

/** The code that draws, as it was when this program drew for the first time. */
let started: Promise<string> | undefined;

/** A digest of all that a drawing depends on besides its order: the rooms that draw, what they run on, and the time zone, in which Vega reads dates. */
async function drawingCode(): Promise<string> {
  const code = await codeDigest('diagnostics', 'source', 'i18n', 'fonts', 'datasets', 'charts');
  return `${code} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
}

/** The name that an order's drawing is kept under: another for another order, and for other code. */
export function keyOf({ data, ...order }: DrawOrder, code: string): string {
  const digested = data.map(({ release, ...own }) => ({ ...own, release: releaseDigest(release) }));
  return digestOf(JSON.stringify([code, order, digested]));
}

/** Many charts share a release, and its rows are most of an order. */
function releaseDigest(release: Release): string {
  const digest = releaseDigests.get(release) ?? digestOf(JSON.stringify(release));
  releaseDigests.set(release, digest);
  return digest;
}

const releaseDigests = new WeakMap<Release, string>();

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Takes the oldest files away from a cache that has grown larger than `most` bytes. */
export async function pruneCache(most: number, folder: string = chartsFolder): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size = 0, mtimeMs = 0 } = (await stat(path).catch(() => undefined)) ?? {};
      return { path, size, mtimeMs };
    }),
  );
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (left <= most) break;
    await rm(path, { force: true });
    left -= size;
  }
}
