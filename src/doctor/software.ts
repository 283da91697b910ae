import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import semver from 'semver';
import { launchBrowser } from '../browser/index.ts';
import { fontFamilies, fontFile } from '../fonts/index.ts';
import { projectFolder } from '../project.ts';
import type { Finding } from './finding.ts';

/** The oldest Node that runs all of it. */
export const oldestNode = '22.18.0';

interface Manifest {
  engines: { node: string };
  devDependencies: { node: string };
}

const install = 'Run “npm ci” in the project’s folder.';

/** Node: old versions run nothing, and another than that of the project may divide words and write numbers otherwise. */
export async function lookAtNode(version = process.versions.node): Promise<Finding> {
  const { devDependencies } = JSON.parse(
    await readFile(join(projectFolder, 'package.json'), 'utf8'),
  ) as Manifest;
  const part = 'node';
  if (semver.lt(version, oldestNode))
    return { part, state: 'missing', says: `Node ${version} is older than ${oldestNode}.`, remedy: install };
  if (version === devDependencies.node) return { part, state: 'good', says: `Node ${version}` };
  return {
    part,
    state: 'doubtful',
    says: `Node ${version}, and not the project’s ${devDependencies.node}: words may be divided and numbers written otherwise.`,
    remedy: 'Use “npm run”, which takes the project’s own, or run “npm ci”.',
  };
}

/** A program that answers `--version`. */
async function lookAtProgram(program: string, needed: string): Promise<Finding> {
  // On Windows, npm is a script of the shell.
  const shell = process.platform === 'win32';
  const said = await promisify(execFile)(program, ['--version'], { shell }).catch(() => undefined);
  if (said)
    return { part: program, state: 'good', says: `${program} ${/\d[\w.]*/.exec(said.stdout)?.[0] ?? ''}` };
  return {
    part: program,
    state: 'doubtful',
    says: `There is no ${program}, which ${needed}.`,
    remedy: `Install ${program}.`,
  };
}

export const lookAtNpm = () => lookAtProgram('npm', 'installs what the project needs');
export const lookAtGit = () =>
  lookAtProgram('git', 'says since when a text has changed, and what a change of the site does');

interface Lock {
  packages: Record<string, { version: string; optional?: boolean; link?: boolean }>;
}

/** Whether all that package-lock.json names is installed, in that version. */
export async function lookAtPackages(folder = projectFolder): Promise<Finding> {
  const part = 'packages';
  const readLock = async (path: string) =>
    (JSON.parse(await readFile(join(folder, path), 'utf8')) as Lock).packages;
  const wanted = await readLock('package-lock.json');
  const there = await readLock('node_modules/.package-lock.json').catch(() => ({}) as Lock['packages']);
  const amiss = Object.entries(wanted)
    .filter(([path, { version, optional }]) => {
      const found = there[path];
      // Other machines need other ones of these.
      return path !== '' && (found === undefined ? optional !== true : found.version !== version);
    })
    .map(([path]) => path.slice('node_modules/'.length));
  if (amiss.length === 0)
    return {
      part,
      state: 'good',
      says: `${Object.keys(there).length} packages, as package-lock.json names them`,
    };
  return {
    part,
    state: 'missing',
    says: `${amiss.length} packages are not there, or not in the version of package-lock.json: ${amiss.slice(0, 5).join(', ')}${amiss.length > 5 ? ', …' : ''}.`,
    remedy: install,
  };
}

/** Whether a Chromium starts and prints. */
export async function lookAtBrowser(): Promise<Finding> {
  const part = 'browser';
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent('<title>Sala</title><p>ສາລາ សាលា');
      const pdf = await page.pdf({ tagged: true });
      if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('It prints no PDF.');
      return { part, state: 'good', says: `Chromium ${browser.version()} starts and prints` };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n');
    return {
      part,
      state: 'missing',
      says: `No PDF can be printed. ${first}`,
      remedy: 'Until then, “npm run build -- --no-pdf” makes all but the PDFs.',
    };
  }
}

/** Whether the files of all fonts are there. */
export async function lookAtFonts(): Promise<Finding> {
  const part = 'fonts';
  const files = fontFamilies.flatMap((family) =>
    family.files.flatMap(({ subset }) =>
      ([400, 700] as const).map((weight) => () => fontFile(family, subset, weight)),
    ),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      try {
        await access(file());
        return true;
      } catch {
        return false;
      }
    }),
  );
  const missing = found.filter((each) => !each).length;
  if (missing === 0)
    return { part, state: 'good', says: `${files.length} files for ${fontFamilies.length} scripts` };
  return { part, state: 'missing', says: `${missing} files of fonts are not there.`, remedy: install };
}
