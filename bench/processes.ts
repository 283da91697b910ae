import { readdir, readFile } from 'node:fs/promises';

/** The clock of Linux in what it says of processes, in ticks a second, whatever the machine (proc(5)). */
const ticks = 100;

/**
 * Seconds of processor time that the processes below one have taken so far,
 * itself aside; none where the system does not say, as only Linux does.
 */
export async function cpuBelow(pid: number): Promise<number | undefined> {
  const entries = await readdir('/proc').catch(() => []);
  const numbers = entries.filter((name) => /^\d+$/.test(name));
  if (numbers.length === 0) return undefined;
  // A process may end while the others are read.
  const stats = await Promise.all(
    numbers.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  );
  return secondsBelow(stats, pid);
}

/** The same, from the texts of /proc/…/stat. What a process has taken that ended counts with its parent. */
export function secondsBelow(stats: readonly string[], pid: number): number {
  const processes = stats.flatMap((stat) => {
    // The name in parentheses may hold spaces and parentheses itself.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const times = fields.slice(11, 15);
    if (times.length < 4) return [];
    const seconds = times.reduce((sum, time) => sum + time, 0) / ticks;
    return { pid: Number.parseInt(stat, 10), parent: fields[1], seconds };
  });
  const below = (parent: number): number =>
    processes
      .filter((each) => each.parent === parent)
      .reduce((sum, each) => sum + each.seconds + below(each.pid), 0);
  return below(pid);
}
