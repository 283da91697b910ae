import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

/** What running a command took. */
export interface Cost {
  /** Seconds by the clock. */
  wall: number;
  /** Seconds of processor time, of user and system together. */
  cpu: number;
  /** Largest resident memory, in bytes. */
  peak: number;
}

/**
 * How processor time and memory are found: by GNU time, which also sees the
 * processes that the command starts, or else by Node for the command alone.
 */
export type Meter = 'GNU time' | 'Node';

/** A command that did not succeed; the message holds what it said. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

export const availableMeter = (): Meter => {
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['--version'], { encoding: 'utf8' });
  return status === 0 && /GNU/.test(stdout + stderr) ? 'GNU time' : 'Node';
};

export interface Measuring {
  /** Where the command runs. */
  folder: string;
  /** A file for the figures; it is overwritten. */
  notes: string;
  meter: Meter;
  /** Environment variables, besides those of this program. */
  variables?: Readonly<Record<string, string>>;
}

/** Runs a script by Node and measures it. */
export async function measure(
  script: readonly string[],
  { folder, notes, meter, variables = {} }: Measuring,
): Promise<Cost> {
  const [command, line] = commandLine(script, notes, meter);
  const begin = performance.now();
  const { code, said } = await run(command, line, folder, { ...variables, SALA_BENCH_RESOURCES: notes });
  const wall = (performance.now() - begin) / 1000;
  if (code !== 0)
    throw new CommandFailed(`node ${script.join(' ')} ended with ${code}:\n${said.slice(-4000)}`);
  return { wall, ...readNotes(await readFile(notes, 'utf8'), meter) };
}

function commandLine(script: readonly string[], notes: string, meter: Meter): [string, string[]] {
  if (meter === 'Node') {
    return [process.execPath, ['--import', import.meta.resolve('./resources.ts'), ...script]];
  }
  return ['/usr/bin/time', ['-o', notes, '-f', '%U %S %M', process.execPath, ...script]];
}

/** Both meters give memory in kibibytes. */
function readNotes(text: string, meter: Meter): Omit<Cost, 'wall'> {
  if (meter === 'GNU time') {
    const [user = 0, system = 0, peak = 0] = text.trim().split(' ').map(Number);
    return { cpu: user + system, peak: peak * 1024 };
  }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(text) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024 };
}

function run(
  command: string,
  line: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, line, { cwd, env: { ...process.env, ...variables } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
