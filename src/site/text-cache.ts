import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  briefFactsSchema,
  frontMatterSchema,
  readDocument,
  sourceRecordSchema,
  splitFrontMatter,
} from '../briefs/index.ts';
import { chartWordsSchema, parseChart } from '../charts/index.ts';
import { datasetFactsSchema, datasetWordsSchema } from '../datasets/index.ts';
import { cacheFolder, codeDigest, writeWhole } from '../project.ts';
import { locateJson, locateYaml, type Sourced, type SourceFile } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { type Made, madeOf, recall } from './reading.ts';

/** Places in a file are not kept, but found again when they are asked for. */
type Locate = (file: SourceFile) => Sourced<unknown>['at'];

const inYaml: Locate = ({ text }) => locateYaml(text);
const inJson: Locate = ({ text }) => locateJson(text);
const inFrontMatter: Locate = ({ text }) => locateYaml(splitFrontMatter(text)?.matter ?? '', 2);

/** What is made of files and kept: its name, what makes it, and how places in it are found. */
const kinds: readonly (readonly [name: string, by: unknown, locate: Locate])[] = [
  ['document', readDocument, inFrontMatter],
  ['front matter', frontMatterSchema, inFrontMatter],
  ['facts of a brief', briefFactsSchema, inYaml],
  ['record of a source', sourceRecordSchema, inYaml],
  ['chart', parseChart, inJson],
  ['words of a chart', chartWordsSchema, inYaml],
  ['facts of a data set', datasetFactsSchema, inYaml],
  ['words of a data set', datasetWordsSchema, inYaml],
];

/** What was made of the files of a folder, by the digest of each file and the name of its kind. */
interface Kept {
  code: string;
  made: ReadonlyMap<string, Made>;
}

/**
 * Gives the files of briefs, charts and data sets what was made of them in an
 * earlier run, since parsing them is most of what a check of a large site
 * takes. The function that it gives keeps what is made of the others, for the
 * next run; a cache that cannot be read or written is none.
 */
export async function recallTexts(
  { texts }: SiteFiles,
  folder: string = join(cacheFolder, 'texts'),
): Promise<() => Promise<void>> {
  parser ??= codeDigest('briefs', 'charts', 'datasets', 'diagnostics', 'i18n', 'source');
  const code = await parser;
  const folders = Map.groupBy(
    [...texts.values()].flatMap((file) => {
      const [own] = /^content\/(?:briefs|charts|datasets)\/[^/]+(?=\/)/.exec(file.path) ?? [];
      return own === undefined ? [] : { own, file, digest: digestOf(file.path + file.text) };
    }),
    ({ own }) => own,
  );
  const known = new Map<string, ReadonlySet<string>>();
  for (const [own, files] of folders) {
    const kept = await read(join(folder, nameOf(own)), code);
    known.set(own, new Set(kept?.keys()));
    for (const { file, digest } of files)
      for (const [name, by, locate] of kinds) {
        const made = kept?.get(keyOf(digest, name));
        if (made) recall(file, by, { ...made, value: placed(made.value, file, locate) });
      }
  }
  return async () => {
    try {
      await mkdir(folder, { recursive: true });
      for (const [own, files] of folders) {
        const made = files.flatMap(({ file, digest }) =>
          kinds.flatMap(([name, by]): [string, Made][] => {
            const one = madeOf(file, by);
            return one ? [[keyOf(digest, name), one]] : [];
          }),
        );
        if (made.every(([key]) => known.get(own)?.has(key))) continue;
        const kept: Kept = {
          code,
          made: new Map(made.map(([key, one]) => [key, { ...one, value: unplaced(one.value) }])),
        };
        await writeWhole(folder, nameOf(own), serialize(kept));
      }
    } catch {
      // A full disk or a folder that may not be written: the next run works everything through again.
    }
  };
}

/** The digest of the code that files are parsed with. */
let parser: Promise<string> | undefined;

async function read(path: string, code: string): Promise<Kept['made'] | undefined> {
  try {
    const kept = deserialize(await readFile(path)) as Kept;
    return kept.code === code ? kept.made : undefined;
  } catch {
    return undefined;
  }
}

/** A value without its file and the places in it. */
function unplaced(value: unknown): unknown {
  if (!isPlaced(value)) return value;
  const { at: _at, ...rest } = value;
  return { ...rest, file: null };
}

const placed = (value: unknown, file: SourceFile, locate: Locate): unknown =>
  isPlaced(value) ? { ...value, file, at: locate(file) } : value;

const isPlaced = (value: unknown): value is object & { file: unknown; at?: unknown } =>
  typeof value === 'object' && value !== null && 'file' in value;

const keyOf = (digest: string, name: string): string => `${digest} ${name}`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Sites that have a folder of the same name share a file, and the last one has it. */
const nameOf = (folder: string): string => `${digestOf(folder).slice(0, 32)}.bin`;
