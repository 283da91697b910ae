import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DrawOrder } from '../charts/index.ts';
import { limits } from '../source/index.ts';
import { openChartCache } from './chart-cache.ts';
import { drawAll, type Outcome } from './draw-all.ts';

export interface DrawOptions {
  /** Threads that draw; none draws in the place of the caller. By default as many as there are processors, if there is enough to draw. */
  workers?: number;
  /** The folder of the cache, in which what was drawn once is found again. */
  folder?: string;
}

// A worker loads Vega and is slow at first, which takes as long as about fifteen charts; fewer are drawn sooner here.
const worthWorkers = 32;

/** What becomes of each order, in the same order: taken from the cache, or drawn, by several workers if there are many. */
export async function drawOrders(
  orders: readonly DrawOrder[],
  { workers, folder }: DrawOptions = {},
): Promise<Outcome[]> {
  const cache = await openChartCache(folder);
  const kept = await Promise.all(orders.map(cache.read));
  const missing = orders.filter((_, index) => !kept[index]);
  const threads = workers ?? (missing.length < worthWorkers ? 0 : availableParallelism());
  const made = await (threads === 0 ? drawAll(missing) : drawInWorkers(missing, threads));
  await cache.write(missing, made);
  const drawn = made.values();
  return kept.map((outcome) => outcome ?? (drawn.next().value as Outcome));
}

/**
 * One chart in its languages goes to one worker, which finds out but once what
 * they share. A chart that takes too much memory ends its worker and not the build.
 */
async function drawInWorkers(orders: readonly DrawOrder[], most: number): Promise<Outcome[]> {
  const charts = Map.groupBy(orders, ({ chart }) => chart.spec);
  const waiting = charts.values();
  const outcomes = new Map<DrawOrder, Outcome>();
  const workers = new Set<Worker>();
  const work = Array.from({ length: Math.min(most, charts.size) }, async () => {
    let worker: Worker | undefined;
    for (const own of waiting) {
      worker ??= startWorker();
      workers.add(worker);
      const made = await drawIn(worker, own);
      for (const [index, order] of own.entries()) outcomes.set(order, made?.[index] ?? tooMuch);
      if (!made) worker = undefined;
    }
  });
  try {
    await Promise.all(work);
    return orders.map((order) => outcomes.get(order) as Outcome);
  } finally {
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

const tooMuch: Outcome = {
  problem: `It takes more than ${limits.chartMemory} MB of memory. Look for transforms and expressions that make ever more.`,
};

const startWorker = (): Worker =>
  new Worker(new URL('./draw-worker.ts', import.meta.url), {
    // Drawing makes much that is soon thrown away.
    resourceLimits: { maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: limits.chartMemory },
  });

/** What became of orders; nothing, where the memory that the worker may have was not enough. */
async function drawIn(worker: Worker, orders: readonly DrawOrder[]): Promise<Outcome[] | undefined> {
  const over = new AbortController();
  const ended = once(worker, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`A worker that draws charts has ended before its time (${code}).`);
  });
  ended.catch(() => undefined);
  try {
    worker.postMessage(orders);
    // Rejects with the error that a worker has ended by, too.
    const [made] = await Promise.race([once(worker, 'message'), ended]);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
    throw error;
  } finally {
    over.abort();
  }
}
