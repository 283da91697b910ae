import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readDocument } from '../briefs/index.ts';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import type { SourceFile } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { type Made, madeOf, recall } from './reading.ts';

/** What was made of the texts of a brief, by the digest of each. */
interface Kept {
  code: string;
  texts: ReadonlyMap<string, Made>;
}

/**
 * Gives the texts of briefs what was made of them in an earlier run, since
 * parsing them is most of what a check of a large site takes. The function
 * that it gives keeps what is made of the others, for the next run; a cache
 * that cannot be read or written is none.
 */
export async function recallTexts(
  { texts }: SiteFiles,
  folder: string = join(cacheFolder, 'texts'),
): Promise<() => Promise<void>> {
  parser ??= codeDigest('briefs', 'i18n', 'diagnostics');
  const code = await parser;
  const briefs = Map.groupBy(
    [...texts.values()].flatMap((file) => {
      const slug = /^content\/briefs\/([^/]+)\/(?:versions\/\d+\/)?[^/]+\.mdx$/.exec(file.path)?.[1];
      return slug === undefined ? [] : { slug, file, digest: digestOf(file.path + file.text) };
    }),
    ({ slug }) => slug,
  );
  const changed: [slug: string, own: { file: SourceFile; digest: string }[]][] = [];
  for (const [slug, own] of briefs) {
    const kept = await read(join(folder, nameOf(slug)), code);
    for (const { file, digest } of own) {
      const made = kept?.get(digest);
      if (made) recall(file, readDocument, made);
    }
    if (own.some(({ digest }) => !kept?.has(digest))) changed.push([slug, own]);
  }
  return async () => {
    if (changed.length === 0) return;
    try {
      await mkdir(folder, { recursive: true });
      for (const [slug, own] of changed) {
        const made = own.flatMap(({ file, digest }): [string, Made][] => {
          const one = madeOf(file, readDocument);
          return one ? [[digest, one]] : [];
        });
        const kept: Kept = { code, texts: new Map(made) };
        await writeWhole(folder, nameOf(slug), serialize(kept));
      }
    } catch {
      // A full disk or a folder that may not be written: the next run works everything through again.
    }
  };
}

/** The digest of the code that texts are parsed with. */
let parser: Promise<string> | undefined;

async function read(path: string, code: string): Promise<Kept['texts'] | undefined> {
  try {
    const kept = deserialize(await readFile(path)) as Kept;
    return kept.code === code ? kept.texts : undefined;
  } catch {
    return undefined;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Sites that have a brief of the same name share a file, and the last one has it. */
const nameOf = (slug: string): string => `${digestOf(slug).slice(0, 32)}.bin`;
