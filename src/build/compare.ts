import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../source/index.ts';
import { digestOf } from './keys.ts';
import { type Manifest, manifestName } from './manifest.ts';

/** A file of a site that is not as its manifest says, and what is wrong with it, in words. */
export interface Difference {
  path: string;
  wrong: string;
}

/** Holds the files of a folder against a manifest: what is missing or changed there, or not listed. */
export async function compareFolder(folder: string, { files }: Manifest): Promise<Difference[]> {
  const there = new Set(await filesUnder(folder));
  there.delete(manifestName);
  const differences: Difference[] = [];
  for (const { path, size, sha256 } of files) {
    const file = join(folder, path);
    if (!there.delete(path)) differences.push({ path, wrong: 'missing' });
    else if (statSync(file).size !== size || digestOf(readFileSync(file)) !== sha256)
      differences.push({ path, wrong: 'changed' });
  }
  return [...differences, ...[...there].map((path) => ({ path, wrong: 'not in the manifest' }))];
}

/** What hosts read themselves, and answer with in their own way: their rules, the page for what is not there, and files as they were compressed. */
const ofHosts = /^(?:_headers|_redirects|404\.html)$|\.(?:br|gz)$/;

/** How many files are asked for at once. */
const atOnce = 8;

/**
 * Holds what a server answers against a manifest: what is missing or changed
 * there. Nothing is asked of any other host. `address` is that of the site,
 * with its base.
 */
export async function compareSite(address: string, { files }: Manifest): Promise<Difference[]> {
  const asked = files.filter(({ path }) => !ofHosts.test(path));
  const wrong = new Map<string, string | undefined>();
  const waiting = asked.values();
  const work = async (): Promise<void> => {
    for (const { path, sha256 } of waiting) {
      const below = path.replace(/(^|\/)index\.html$/, '$1').split('/');
      const url = new URL(below.map(encodeURIComponent).join('/'), address.replace(/\/?$/, '/'));
      wrong.set(path, await differenceAt(url, sha256));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return asked.flatMap(({ path }) => {
    const found = wrong.get(path);
    return found === undefined ? [] : { path, wrong: found };
  });
}

/** How long an answer is waited for, in milliseconds. */
const patience = 30_000;

/** What is wrong with the answer at an address; nothing when it has the digest. */
async function differenceAt(url: URL, sha256: string): Promise<string | undefined> {
  try {
    const answer = await ask(url);
    if (answer.status === 404) return 'missing';
    if (!answer.ok) return `not to be had: the server answers ${answer.status}`;
    const content = new Uint8Array(await answer.arrayBuffer());
    return digestOf(content) === sha256 ? undefined : 'changed';
  } catch (error) {
    const { message, cause } = error as Error;
    return `not to be had: ${cause instanceof Error ? cause.message : message}`;
  }
}

/** Asks for an address; where it leads to another of the same host, as some do with `.html`, for that. */
async function ask(url: URL, hops = 3): Promise<Response> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
  const to = new URL(answer.headers.get('location') ?? '', url);
  const leadsOn = answer.status >= 300 && answer.status < 400 && to.href !== url.href;
  if (!leadsOn || to.origin !== url.origin || hops === 0) return answer;
  await answer.body?.cancel();
  return ask(to, hops - 1);
}
