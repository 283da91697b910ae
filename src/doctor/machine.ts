import { mkdir, mkdtemp, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from '../project.ts';
import type { Finding } from './finding.ts';

const gigabyte = 2 ** 30;
const inGigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(1)} GB`;

/** Room on the disk of the site: a site and its next one stand side by side. */
export async function lookAtDisk(site: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(site);
  const free = bavail * bsize;
  const says = `${inGigabytes(free)} are free`;
  if (free > gigabyte) return { part: 'disk', state: 'good', says };
  return {
    part: 'disk',
    state: free > gigabyte / 4 ? 'doubtful' : 'missing',
    says: `${says}; a build needs up to 1 GB.`,
    remedy: 'Make room; node_modules/.cache can be deleted at any time.',
  };
}

/** Memory, or what the container may use of it. */
export async function lookAtMemory(): Promise<Finding> {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const says = `${inGigabytes(bytes)} of memory`;
  if (bytes >= 2 * gigabyte) return { part: 'memory', state: 'good', says };
  return {
    part: 'memory',
    state: 'doubtful',
    says: `${says}; PDFs of long briefs need up to 2 GB.`,
    remedy: 'Build on a larger machine, or with --no-pdf.',
  };
}

/** Whether a site can be put in the place of another, and results be kept. */
export async function lookAtFolders(site: string): Promise<Finding> {
  const part = 'folders';
  for (const folder of [site, cacheFolder]) {
    try {
      await mkdir(folder, { recursive: true });
      const trial = await mkdtemp(join(folder, '.doctor-'));
      await writeFile(join(trial, 'file'), 'written');
      await rename(trial, `${trial}-renamed`);
      await readFile(join(`${trial}-renamed`, 'file'));
      await rm(`${trial}-renamed`, { recursive: true });
    } catch (error) {
      return {
        part,
        state: 'missing',
        says: `${folder} cannot be written to: ${error instanceof Error ? error.message : error}.`,
        remedy: 'Change its permissions, or work on a disk of this machine.',
      };
    }
  }
  return { part, state: 'good', says: 'The site and the cache can be written, and folders renamed' };
}

/** Whether names differ by more than their case: where they do not, two files of a repository can be one here. */
export async function lookAtNames(): Promise<Finding> {
  const other = join(projectFolder, 'PACKAGE.JSON');
  const same = await stat(other).then(
    () => true,
    () => false,
  );
  if (!same)
    return { part: 'names', state: 'good', says: 'Names of files that differ in their case are two' };
  return {
    part: 'names',
    state: 'doubtful',
    says: 'Names of files that differ only in their case are one here, and two on a server.',
    remedy: 'Write names in small letters; “npm run check” finds those that clash.',
  };
}

/** Whether the clock is behind files that are there: embargoes and dates of feeds go by it. */
export async function lookAtClock(now = Date.now()): Promise<Finding> {
  const { mtimeMs } = await stat(join(projectFolder, 'package.json'));
  const says = `It is ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  // A day, for time zones that were set wrongly.
  if (now > mtimeMs - 86_400_000) return { part: 'clock', state: 'good', says };
  return {
    part: 'clock',
    state: 'doubtful',
    says: `${says}, which is before the files of the project were written.`,
    remedy: 'Set the clock: what is under embargo is published by it.',
  };
}
