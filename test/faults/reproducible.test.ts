import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareFolder, manifestName, readManifest } from '../../src/build/index.ts';
import { copyFixture, remove, repository } from '../sites.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sala-'));
});
afterAll(() => remove(folder));

/** A clone of the project, with the fixture site in it, in a folder that may be deep. */
async function clone(name: string): Promise<string> {
  const project = join(folder, name);
  await mkdir(project, { recursive: true });
  for (const part of ['src', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])
    await cp(join(repository, part), join(project, part), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(project, 'node_modules'), 'junction');
  const site = await copyFixture();
  await cp(site, join(project, 'site'), { recursive: true });
  await remove(site);
  return project;
}

/** Builds a clone on a machine that has these things in its environment, and gives the folder of the site. */
async function buildIn(project: string, environment: Record<string, string>): Promise<string> {
  const site = join(project, 'site');
  await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--site', site], {
    cwd: project,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      SALA_CACHE: join(project, '.cache'),
      SOURCE_DATE_EPOCH: '1767225600',
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'other-machine.ts')).href}`,
      ...environment,
    },
  });
  return join(site, 'dist');
}

const manifestOf = (dist: string) => readFile(join(dist, manifestName), 'utf8');

test('the same source becomes the same bytes on every machine, in any order, cold or warm', async () => {
  const one = await buildIn(await clone('one'), {
    TZ: 'Asia/Vientiane',
    LANG: 'lo_LA.UTF-8',
    LC_ALL: 'lo_LA.UTF-8',
    ORDER: '1',
    PROCESSORS: '1',
  });
  const manifest = readManifest(join(one, manifestName));
  expect(manifest.files.length).toBeGreaterThan(500);
  expect(manifest.files.filter(({ path }) => path.endsWith('.pdf')).length).toBeGreaterThan(3);
  expect(await compareFolder(one, manifest)).toEqual([]);

  const project = await clone('another folder/below/two');
  const elsewhere = { TZ: 'America/Los_Angeles', LANG: 'vi_VN.UTF-8', LC_ALL: 'C' };
  const two = await buildIn(project, { ...elsewhere, ORDER: '2', PROCESSORS: '2' });
  expect(await compareFolder(two, manifest)).toEqual([]);
  expect(await manifestOf(two)).toBe(await manifestOf(one));

  await rm(two, { recursive: true });
  await buildIn(project, { ...elsewhere, ORDER: '3', PROCESSORS: '2' });
  expect(await compareFolder(two, manifest)).toEqual([]);
  expect(await manifestOf(two)).toBe(await manifestOf(one));
}, 600_000);
