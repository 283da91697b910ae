import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type draw from './picture-worker.ts';
import type { PictureOrder } from './picture-worker.ts';

/** Threads that draw pictures; they come when there is something to draw, and go when there is no more. */
let threads: Tinypool | undefined;

/**
 * Draws a picture in a thread of its own: it takes a twentieth of a second, and
 * much memory that the main thread would have to sweep.
 */
export function drawPicture(order: PictureOrder): ReturnType<typeof draw> {
  threads ??= new Tinypool({
    filename: new URL('./picture-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: availableParallelism(),
    // In milliseconds.
    idleTimeout: 500,
  });
  return threads.run(order);
}
