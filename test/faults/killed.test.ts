import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesUnder } from '../../src/source/index.ts';
import { type GoodSite, goodSite, litter, wholeSite } from './good-site.ts';

const kills = 20;

let site: GoodSite;
let out: string;
beforeAll(async () => {
  site = await goodSite();
  out = join(site.folder, 'dist');
}, 300_000);
afterAll(() => site?.remove());

/** Numbers from 0 to 1 that look random, and are the same each time. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/**
 * Builds, and kills the build: as soon as it has made a share of the files of the
 * site, and some milliseconds later. Says whether it was alive still.
 */
async function killAt(share: number, later: number, files: number): Promise<boolean> {
  const build = site.start();
  const ended = once(build, 'exit');
  const staging = join(site.folder, `.dist-${build.pid}`);
  const made = async () => (existsSync(staging) ? (await filesUnder(staging).catch(() => [])).length : 0);
  while (build.exitCode === null && (await made()) < share * files) await wait(5);
  await Promise.race([wait(later), ended]);
  const alive = build.kill('SIGKILL');
  await ended;
  return alive;
}

test(`after ${kills} kills at any moment, there is the old site or the complete new one`, async () => {
  const numbers = random(9);
  const number = () => numbers.next().value;
  const files = (await filesUnder(out)).length;
  let survived = 0;
  let replaced = 0;
  let last = await wholeSite(out);
  for (let kill = 0; kill < kills; kill += 1) {
    await site.change();
    // A few before there is anything, most while it is made, and some when all is there.
    const share = kill % 5 === 0 ? 0 : Math.min(1, number() * 1.2);
    const alive = await killAt(share, number() * (share === 0 ? 1500 : 400), files);
    if (alive) survived += 1;
    // What a swap has left is put right by the next command.
    if (!existsSync(out)) await site.build();
    const now = await wholeSite(out);
    if (now !== last) replaced += 1;
    last = now;
    expect((await litter(site.folder)).length).toBeLessThanOrEqual(3);
  }
  console.log(`${survived} builds killed, ${replaced} new sites`);
  expect(survived).toBeGreaterThan(kills / 2);

  const { code, output } = await site.build();
  expect(output).toContain('2 briefs in 3 languages');
  expect(code).toBe(0);
  expect(await litter(site.folder)).toEqual([]);
  const mended = await wholeSite(out);
  const clean = join(site.folder, 'clean');
  await site.build({ SALA_CACHE: join(site.folder, '.other-cache') }, '--out', clean);
  expect(await wholeSite(clean)).toBe(mended);
}, 900_000);
