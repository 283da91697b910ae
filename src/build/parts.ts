import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../diagnostics/index.ts';
import type { Scope } from './scopes.ts';
import type { Store } from './store.ts';

/** Which part of a site one of several machines builds: `index` from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** What a built part says of itself, in `part.json` beside its files. */
interface Part extends Shard {
  scopes: Readonly<Record<Scope, { key: string; files: readonly string[] }>>;
}

const name = 'part.json';

/** Writes down what a part holds. */
export const describePart = (folder: string, part: Part): Promise<void> =>
  writeFile(join(folder, name), JSON.stringify(part));

/** Reads `2/4`. Throws a Failure where it is nothing like it. */
export function readShard(text: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > of)
    throw new Failure(`“${text}” names no part. Write --shard 1/4 for the first of four, up to --shard 4/4.`);
  return { index, of };
}

/** Takes built parts into the store, where a build finds what they hold. Throws a Failure where they are not all parts of this very site. */
export async function takeParts(
  folders: readonly string[],
  store: Store,
  { scopes, keyOf }: { scopes: readonly Scope[]; keyOf(scope: Scope): string },
): Promise<void> {
  const parts = folders.map((folder) => ({ folder, ...readPart(folder) }));
  const [{ of } = { of: 0 }] = parts;
  const missing = Array.from({ length: of }, (_, n) => n + 1).filter(
    (index) => !parts.some((part) => part.index === index && part.of === of),
  );
  if (missing.length > 0 || parts.length !== of)
    throw new Failure(
      missing.length > 0
        ? `Of the ${of} parts of the site, these are missing: ${missing.join(', ')}. Name the folders of all.`
        : `These are not the ${of} parts of one site: ${folders.join(', ')}.`,
    );
  for (const { folder, index, scopes: own } of parts)
    for (const [scope, { key, files }] of Object.entries(own)) {
      if (!scopes.includes(scope) || key !== keyOf(scope))
        throw new Failure(
          `Part ${index} (${folder}) was built from other sources, other options or another version of Sala than this site. Build it again.`,
        );
      await store.keep(key, folder, files);
    }
}

function readPart(folder: string): Part {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Part;
  } catch {
    throw new Failure(
      `${folder} holds no part of a site: it has no ${name}, or one that cannot be read. Build parts with --shard.`,
    );
  }
}
