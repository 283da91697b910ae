import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { filesUnder } from '../src/source/index.ts';

export const repository = resolve(import.meta.dirname, '..');
const fixture = join(repository, 'test/fixtures/site');

/** What a command printed and how it ended. */
export interface Ended {
  code: number;
  output: string;
}

/** Runs a command of the project, as npm would. */
export const run = (command: string, ...options: string[]): Promise<Ended> =>
  runWith({}, command, ...options);

/** Runs a command with more in its environment. */
export const runWith = (
  environment: Record<string, string>,
  command: string,
  ...options: string[]
): Promise<Ended> =>
  new Promise((done) => {
    const script = join(repository, `src/cli/${command}.ts`);
    execFile(
      process.execPath,
      [script, ...options],
      { cwd: repository, maxBuffer: 2 ** 26, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
      },
    );
  });

/** A copy of the fixture site in a folder of its own, outside of the project, with the messages of the repository. */
export async function copyFixture(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sala-'));
  await cp(fixture, folder, { recursive: true });
  await cp(join(repository, 'content/messages'), join(folder, 'content/messages'), { recursive: true });
  return folder;
}

/** Writes files into a site folder, by their paths in it. */
export async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Changes the text of a file; fails when nothing changes, so that no test passes by accident. */
export async function edit(folder: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(folder, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit of ${path} changed nothing`);
  await writeFile(join(folder, path), after);
}

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** One digest over the names and bytes of all files under a folder. */
export async function digestOfFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesUnder(folder)) hash.update(path).update(await readFile(join(folder, path)));
  return hash.digest('hex');
}
