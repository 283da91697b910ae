import childProcess, { type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Writable } from 'node:stream';
import { isMainThread } from 'node:worker_threads';

// Loaded before a command, to which a fault happens at a moment that is always the same.
const { VANISHES, LISTED, WORKER, SIGNAL, TOLD } = process.env;

// A file vanishes right after its folder was listed for the n-th time.
if (VANISHES !== undefined) {
  const { readdir } = fs.promises;
  let times = Number(LISTED);
  Object.assign(fs.promises, {
    readdir: async (...given: Parameters<typeof readdir>) => {
      const listed = await readdir(...given);
      if (VANISHES.startsWith(`${given[0]}/`)) {
        times -= 1;
        if (times === 0) fs.rmSync(VANISHES);
      }
      return listed;
    },
  });
}

// A browser gets a signal when it is told something. Playwright speaks to it through a pipe, the fourth of its streams.
if (SIGNAL !== undefined) {
  const { spawn } = childProcess;
  const spawnFaulty = (...given: Parameters<typeof spawn>): ChildProcess => {
    const child = spawn(...given);
    const pipe = child.stdio[3] as Writable | null | undefined;
    const write = pipe?.write.bind(pipe) as ((...all: unknown[]) => boolean) | undefined;
    if (pipe && write)
      pipe.write = (...message: unknown[]) => {
        if (String(message[0]).includes(`"${TOLD}"`)) child.kill(SIGNAL as NodeJS.Signals);
        return write(...message);
      };
    return child;
  };
  Object.assign(childProcess, { spawn: spawnFaulty });
}

syncBuiltinESMExports();

if (WORKER === 'dies' && !isMainThread) process.exit(3);
