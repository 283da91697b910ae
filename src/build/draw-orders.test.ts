import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkerOptions } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DrawOrder } from '../charts/index.ts';
import { projectFolder } from '../project.ts';
import { makeLocale, makeSite, readSiteFiles, type Site } from '../site/index.ts';
import { keyOf, pruneCache } from './chart-cache.ts';
import { drawOrders } from './draw-orders.ts';
import { orderOf } from './order-chart.ts';

/** The file that workers run, where a test has them run another. */
let workerFile: string | undefined;
vi.mock('node:worker_threads', async (original) => {
  const threads = await original<typeof import('node:worker_threads')>();
  const Worker = class extends threads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(workerFile ?? file, options);
    }
  };
  return { ...threads, Worker };
});

let orders: DrawOrder[];
let folder: string;
beforeAll(async () => {
  const files = await readSiteFiles(join(projectFolder, 'test/fixtures/site'));
  const { texts } = await readSiteFiles(projectFolder);
  const messages = [...texts].filter(([path]) => path.startsWith('content/messages/'));
  const site = makeSite({ ...files, texts: new Map([...files.texts, ...messages]) }).site as Site;
  orders = [...site.charts.values()]
    .slice(0, 3)
    .flatMap((chart) =>
      site.languages.map((language) => orderOf(site, makeLocale(site, language), chart, undefined)),
    );
  folder = await mkdtemp(join(tmpdir(), 'sala-charts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An empty cache. */
const empty = () => mkdtemp(join(folder, 'cache-'));

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('draws the same in this thread, in one worker and in several, and takes the same from the cache', async () => {
  const [none, one, two] = [await empty(), await empty(), await empty()];
  const here = await drawOrders(orders, { workers: 0, folder: none });
  expect(here).toHaveLength(orders.length);
  expect(await drawOrders(orders, { workers: 1, folder: one })).toEqual(here);
  expect(await drawOrders(orders, { workers: 2, folder: two })).toEqual(here);
  expect(await drawOrders([...orders].reverse(), { workers: 0, folder: two })).toEqual([...here].reverse());
  expect(await readdir(one)).toEqual(await readdir(two));
}, 60_000);

test('an order is plain data', async () => {
  expect(copy(orders)).toEqual(orders);
  expect(copy(orders).map((order) => keyOf(order, ''))).toEqual(orders.map((order) => keyOf(order, '')));
});

test('knows an order by each of its parts, and by the code that draws', () => {
  const [order] = orders as [DrawOrder];
  const keys = [keyOf(order, 'one'), keyOf(order, 'other')];
  const paths = pathsIn(order);
  for (const path of paths) {
    const changed = copy(order);
    change(changed, path, (value) => (typeof value === 'number' ? value + 1 : `${value}x`));
    keys.push(keyOf(changed, 'one'));
  }
  expect(paths.length).toBeGreaterThan(50);
  expect(new Set(keys).size).toBe(keys.length);
});

test('gives after any edit what it would draw afresh', async () => {
  const kept = await empty();
  const order = copy(orders[0] as DrawOrder);
  const edits: [path: string[], value: unknown][] = [
    [['language'], 'vi'],
    [['titledBy'], 'other-title'],
    [['widths', 'narrow'], 300],
    [['placeColours', Object.keys(order.placeNames)[0] ?? ''], 3],
    [['placeNames', Object.keys(order.placeNames)[0] ?? ''], 'Elsewhere'],
    ...numbersOf(order).map((path): [string[], unknown] => [path, 1.5]),
    [['language'], order.language],
  ];
  for (const [path, value] of edits) {
    change(order, path, () => value);
    const edited = copy(order);
    const first = await drawOrders([edited], { workers: 0, folder: kept });
    expect(await drawOrders([edited], { workers: 0, folder: kept })).toEqual(first);
    expect(first).toEqual(await drawOrders([edited], { workers: 0, folder: await empty() }));
  }
});

test('says of each chart why it cannot be drawn, and draws the others', async () => {
  const [good, other] = copy(orders.slice(0, 2)) as [DrawOrder, DrawOrder];
  const bad = { ...other, data: [] };
  for (const workers of [0, 1]) {
    const cache = await empty();
    const outcomes = await drawOrders([bad, good], { workers, folder: cache });
    expect(outcomes).toEqual([
      { problem: expect.stringContaining('was not given its data') },
      { drawn: expect.objectContaining({ pictures: expect.any(Array) }) },
    ]);
    expect(await drawOrders([bad, good], { workers, folder: cache })).toEqual(outcomes);
  }
});

test.each([
  ['leaves', 'process.exit(3)', /worker that draws charts has ended/],
  ['breaks', "throw new Error('out of paint')", /out of paint/],
])('a worker that %s is an error', async (_, does, message) => {
  workerFile = join(folder, 'worker.mjs');
  await writeFile(
    workerFile,
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { ${does}; });`,
  );
  const drawing = drawOrders(orders, { workers: 2, folder: await empty() });
  await expect(drawing).rejects.toThrow(message);
  workerFile = undefined;
});

test('a chart that fills the memory is told, and ends no build', async () => {
  workerFile = join(folder, 'full.mjs');
  await writeFile(
    workerFile,
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(50_000).fill(0.5)); });`,
  );
  const drawing = drawOrders(orders.slice(0, 1), { workers: 1, folder: await empty() });
  await expect(drawing).resolves.toEqual([
    { problem: expect.stringContaining('more than 1024 MB of memory') },
  ]);
  workerFile = undefined;
}, 60_000);

test('two at once, or one that was cut off, leave a cache that serves', async () => {
  const cache = await empty();
  const some = orders.slice(0, 3);
  const at = { workers: 0, folder: cache };
  const [first, second] = await Promise.all([drawOrders(some, at), drawOrders(some, at)]);
  expect(second).toEqual(first);
  const names = await readdir(cache);
  expect(names.filter((name) => name.endsWith('.bin'))).toHaveLength(3);
  await truncate(join(cache, names.find((name) => !name.startsWith('.')) ?? ''), 100);
  expect(await drawOrders(some, at)).toEqual(first);
});

test('an order whose cache cannot be written is drawn', async () => {
  const file = join(folder, 'no-folder');
  await writeFile(file, '');
  expect(await drawOrders(orders.slice(0, 1), { folder: file })).toEqual([
    { drawn: expect.objectContaining({ tables: expect.any(Array) }) },
  ]);
});

test('a cache that has grown too large loses what is oldest', async () => {
  const cache = await empty();
  for (const [day, name] of ['b', 'a', 'c'].entries()) {
    await writeFile(join(cache, name), 'x'.repeat(100));
    await utimes(join(cache, name), day, day);
  }
  await pruneCache(300, cache);
  expect(await readdir(cache)).toHaveLength(3);
  await pruneCache(250, cache);
  expect(await readdir(cache)).toEqual(['a', 'c']);
  await pruneCache(250, join(cache, 'none'));
});

/** The ways to all values in a value that hold no others. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner).map((path) => [key, ...path]));
}

/** The ways to some numbers in the rows of an order. */
const numbersOf = (order: DrawOrder): string[][] =>
  pathsIn(order)
    .filter((path) => path.includes('rows') && path.at(-1) === 'value')
    .filter((_, index) => index % 7 === 0)
    .slice(0, 2);

function change(whole: unknown, path: readonly string[], to: (value: unknown) => unknown): void {
  const inner = path
    .slice(0, -1)
    .reduce((value, key) => (value as Record<string, unknown>)[key], whole) as Record<string, unknown>;
  const key = path.at(-1) ?? '';
  inner[key] = to(inner[key]);
}
