import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

// Loaded before a command: a machine with so many processors, whose folders list their files in another order.
const { PROCESSORS, ORDER } = process.env;

os.availableParallelism = () => Number(PROCESSORS);

let state = Number(ORDER);
const random = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * below);
};

function shuffled<Listed>(listed: Listed): Listed {
  if (!Array.isArray(listed)) return listed;
  for (let last = listed.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [listed[last], listed[other]] = [listed[other], listed[last]];
  }
  return listed;
}

const { readdir, readdirSync } = fs;
const { readdir: readdirLater } = fs.promises;
Object.assign(fs, {
  readdirSync: (...given: Parameters<typeof readdirSync>) => shuffled(readdirSync(...given)),
  readdir: (...given: unknown[]) => {
    const done = given.pop() as (error: unknown, listed: unknown) => void;
    const call = readdir as unknown as (...all: unknown[]) => void;
    call(...given, (error: unknown, listed: unknown) => done(error, shuffled(listed)));
  },
});
Object.assign(fs.promises, {
  readdir: async (...given: Parameters<typeof readdirLater>) => shuffled(await readdirLater(...given)),
});
syncBuiltinESMExports();
