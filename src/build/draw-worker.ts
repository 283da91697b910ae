import { parentPort } from 'node:worker_threads';
import { drawAll } from './draw-all.ts';

// A thread of `drawOrders`: takes orders, and gives back what became of them.
parentPort?.on('message', async (orders) => parentPort?.postMessage(await drawAll(orders)));
