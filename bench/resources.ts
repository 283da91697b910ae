import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

// Loaded before a measured command (`node --import`); its worker threads load it too, and count in its own figures.
const file = process.env['SALA_BENCH_RESOURCES'];
if (file && isMainThread) {
  process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
}
