import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { compareFolder, manifestName, readManifest } from '../../src/build/index.ts';
import { copyFixture, type Ended, edit, remove, repository, runWith } from '../sites.ts';

/** A site that was built, with its own cache, for faults to happen to. */
export interface GoodSite {
  folder: string;
  /** Builds it with more in its environment. */
  build(environment?: Record<string, string>, ...options: string[]): Promise<Ended>;
  /** Starts to build it, and does not wait. */
  start(...options: string[]): ReturnType<typeof spawn>;
  /** Changes a sentence of a brief to one that was never there, so that there is something to build. */
  change(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the fixture site and builds it, into dist/ of its folder. */
export async function goodSite(...options: string[]): Promise<GoodSite> {
  const folder = await copyFixture();
  const own = { SALA_CACHE: join(folder, '.cache') };
  let changes = 0;
  const site: GoodSite = {
    folder,
    build: (environment = {}, ...more) =>
      runWith({ ...own, ...environment }, 'build', '--site', folder, ...options, ...more),
    start: (...more) =>
      spawn(process.execPath, [join(repository, 'src/cli/build.ts'), '--site', folder, ...options, ...more], {
        cwd: repository,
        env: { ...process.env, ...own },
        stdio: 'ignore',
      }),
    async change() {
      changes += 1;
      await edit(folder, 'content/briefs/everything/en.mdx', (text) =>
        text.replace(/(Sentence \d+\. )?These numbers/, `Sentence ${changes}. These numbers`),
      );
    },
    remove: () => remove(folder),
  };
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  return site;
}

/** The environment of a command to which a fault of `faulty.ts` happens. */
export const faulty = (fault: Record<string, string>): Record<string, string> => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'faulty.ts')).href}`,
  ...fault,
});

/** The manifest of a folder that holds exactly what its manifest says: a whole site. */
export async function wholeSite(out: string): Promise<string> {
  const file = join(out, manifestName);
  expect(await compareFolder(out, readManifest(file))).toEqual([]);
  return readFile(file, 'utf8');
}

/** What builds have left beside the site, by name. */
export const litter = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('.dist'));
