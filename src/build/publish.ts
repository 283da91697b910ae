import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The folders of a build beside the one that it replaces, by process: `.dist-71`
 * is being made, `.dist-71.ready` is verified, `.dist-71.old` is what was there before.
 */
const names = (out: string, process_: number) => {
  const staging = join(dirname(out), `.${basename(out)}-${process_}`);
  return { staging, ready: `${staging}.ready`, old: `${staging}.old` };
};

/** The folder that this process makes a site in before it takes the place of `out`. */
export const stagingOf = (out: string): string => names(out, process.pid).staging;

/** Puts the finished staging folder in the place of `out`; again, when another build was quicker in between. */
export function publish(out: string): void {
  const { staging, ready, old } = names(out, process.pid);
  renameSync(staging, ready);
  for (;;) {
    // Nothing is awaited in between, so that there is no site for as short a time as can be.
    attempt(() => renameSync(out, old), 'ENOENT');
    const placed = attempt(() => renameSync(ready, out), 'ENOTEMPTY', 'EEXIST', 'EPERM');
    rmSync(old, { recursive: true, force: true });
    if (placed) return;
  }
}

/**
 * Finishes what builds left that were killed: a swap that was interrupted is
 * completed, or else undone, and what was not finished is taken away. Builds that
 * run are left alone.
 */
export function recover(out: string): void {
  const start = `.${basename(out)}-`;
  const folder = dirname(out);
  if (!existsSync(folder)) return;
  const left = new Set(
    readdirSync(folder).flatMap((name) => {
      const [, id] = name.startsWith(start)
        ? (/^(\d+)(?:\.ready|\.old)?$/.exec(name.slice(start.length)) ?? [])
        : [];
      return id === undefined || runs(Number(id)) ? [] : [Number(id)];
    }),
  );
  for (const { staging, ready, old } of [...left].map((id) => names(out, id))) {
    for (const whole of [ready, old]) if (!existsSync(out)) attempt(() => renameSync(whole, out), 'ENOENT');
    for (const part of [staging, ready, old]) rmSync(part, { recursive: true, force: true });
  }
}

/** Whether a process runs, other than this one, whose number may be one that was used before. */
function runs(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether something was done; errors of the system that may come are let pass, all others thrown. */
function attempt(act: () => void, ...codes: string[]): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}
