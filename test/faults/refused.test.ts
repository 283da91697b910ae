import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edit } from '../sites.ts';
import { faulty, type GoodSite, goodSite, litter, wholeSite } from './good-site.ts';

let site: GoodSite;
let out: string;
beforeAll(async () => {
  site = await goodSite('--no-pdf');
  out = join(site.folder, 'dist');
}, 300_000);
afterAll(() => site?.remove());

/** Builds with a fault, and expects that it says why in plain words, and leaves the last site in a folder and nothing beside it. */
async function expectOldSite(environment: Record<string, string>, says: RegExp, at = out): Promise<void> {
  const before = await wholeSite(at);
  const { code, output } = await site.build(environment, '--out', at);
  expect(output).toMatch(says);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBeGreaterThan(0);
  expect(await wholeSite(at)).toBe(before);
  expect(await litter(join(at, '..'))).toEqual([]);
}

/** Builds without a fault, and expects the complete new site. */
async function expectNewSite(at = out): Promise<void> {
  const before = await wholeSite(at);
  const { code, output } = await site.build({}, '--out', at);
  expect(output).toContain('2 briefs in 3 languages');
  expect(code).toBe(0);
  expect(await wholeSite(at)).not.toBe(before);
  expect(await litter(join(at, '..'))).toEqual([]);
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!mayMount)('on a file system of its own (for root on Linux alone)', () => {
  let disk: string;
  let own: string;
  beforeAll(async () => {
    disk = join(site.folder, 'disk');
    own = join(disk, 'dist');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
    await cp(out, own, { recursive: true });
  });
  afterAll(() => {
    execFileSync('umount', [disk]);
  });

  test('no space left', async () => {
    await site.change();
    const free = Number(
      execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1],
    );
    for (const left of [4e6, 1e6, 0]) {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(free - left));
      await expectOldSite({}, /There is no space left on the disk/, own);
    }
    writeFileSync(join(disk, 'filler'), '');
    await expectNewSite(own);
  });

  test('a folder that may not be written', async () => {
    await site.change();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expectOldSite({}, /may not be written\. Change its permissions/, own);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    await expectNewSite(own);
  });
});

test.each([
  ['content/briefs/everything/lo.mdx', '1', 'before anything is read'],
  ['content/briefs/everything/lo.mdx', '2', 'before it is read'],
  ['public/images/dot.svg', '2', 'before it is copied'],
])('%s vanishes when it is known, the %s. time', async (file, LISTED) => {
  await site.change();
  const kept = join(site.folder, '.kept');
  await cp(join(site.folder, file), kept);
  await expectOldSite(
    faulty({ VANISHES: join(site.folder, file), LISTED }),
    new RegExp(`${file} is not there any more`),
  );
  await cp(kept, join(site.folder, file));
  await expectNewSite();
});

test('texts and pictures that change while the site is built', async () => {
  await site.change();
  const building = site.build();
  let ended = false;
  building.finally(() => {
    ended = true;
  });
  for (let n = 1; !ended; n += 1) {
    await site.change();
    await edit(site.folder, 'public/images/dot.svg', (text) =>
      text.replace(/(<!-- \d+ -->)?<\/svg>/, `<!-- ${n} --></svg>`),
    );
    await wait(200);
  }
  expect((await building).code).toBe(0);
  await wholeSite(out);
  await site.build();
  const clean = join(site.folder, 'clean');
  await site.build({ SALA_CACHE: join(site.folder, '.other-cache') }, '--out', clean);
  expect(await wholeSite(clean)).toBe(await wholeSite(out));
});

test('two builds at once, into one folder and into two', async () => {
  await site.change();
  const other = join(site.folder, 'other/dist');
  await mkdir(join(site.folder, 'other'));
  const before = await wholeSite(out);
  const builds = await Promise.all([site.build(), site.build(), site.build({}, '--out', other)]);
  for (const { code, output } of builds) {
    expect(output).toContain('2 briefs in 3 languages');
    expect(code).toBe(0);
  }
  expect(await wholeSite(out)).not.toBe(before);
  expect(await wholeSite(other)).toBe(await wholeSite(out));
  expect([...(await litter(site.folder)), ...(await litter(join(other, '..')))]).toEqual([]);
});

test('a worker that dies', async () => {
  await site.change();
  // With an empty cache, there are enough charts to draw that workers do it.
  await expectOldSite(
    { ...faulty({ WORKER: 'dies' }), SALA_CACHE: join(site.folder, '.cache-without-charts') },
    /A worker that draws charts has ended before its time \(3\)/,
  );
  await expectNewSite();
});
