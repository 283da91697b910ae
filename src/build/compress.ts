import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheFolder, writeWhole } from '../project.ts';
import { pruneCache } from './chart-cache.ts';

/** What browsers show. */
const pages = new Set(['.html', '.css', '.js']);

/** All that is text; pictures, fonts and PDFs are compressed in themselves. */
const texts = new Set([
  ...pages,
  ...'.bib .csv .json .jsonld .md .ris .svg .txt .vtt .webmanifest .xml'.split(' '),
]);

/** Less than this fits into the first packet that a host sends, however it is written. */
const least = 1000;

/** How many files are in memory at once. */
const atOnce = 8;

const compressedFolder = join(cacheFolder, 'compressed');

/**
 * Writes beside each text file of a folder what hosts send of it: `page.html.br`
 * and `page.html.gz`, where that saves. `names` are paths in the folder. The
 * same files become the same bytes on every machine: what was compressed once
 * is taken from the cache by the digest of its content.
 */
export async function compressFiles(
  folder: string,
  names: readonly string[],
  cache: string = compressedFolder,
): Promise<void> {
  const sized = await Promise.all(
    names
      .filter((name) => texts.has(extname(name)))
      .map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
  );
  // A cache that cannot be written is none.
  await mkdir(cache, { recursive: true }).catch(() => undefined);
  const waiting = sized.values();
  const work = async (): Promise<void> => {
    for (const { name, size } of waiting) {
      if (size < least) continue;
      const path = join(folder, name);
      const content = await readFile(path);
      for (const encoding of [brotli(qualityOf(name, size)), gzipped]) {
        const made = await kept(cache, content, encoding);
        if (made.length < content.length) await writeFile(path + encoding.extension, made);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await pruneCache(500e6, cache);
}

interface Encoding {
  extension: '.br' | '.gz';
  /** What its result depends on besides the content. */
  settings: string;
  /** Runs in a thread of its own. */
  compress(content: Uint8Array): Promise<Buffer>;
}

/**
 * The quality that Brotli compresses a file with. The best takes a third of a second
 * for a long page, twenty times as long as the next one, for a tenth less: what every
 * page asks for has it, and the pages that are read, up to a size at which they take
 * long. All else is compressed in no time.
 */
function qualityOf(name: string, size: number): number {
  if (!pages.has(extname(name))) return 5;
  return extname(name) !== '.html' || (/(?:^|\/)briefs\/[^/]+\/index\.html$/.test(name) && size < 300_000)
    ? 11
    : 9;
}

const brotli = (quality: number): Encoding => ({
  extension: '.br',
  settings: `brotli ${quality} ${process.versions.brotli}`,
  compress: (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
});

const gzipped: Encoding = {
  extension: '.gz',
  settings: `gzip 9 ${process.versions.zlib}`,
  compress: (content) => promisify(gzip)(content, { level: 9 }),
};

async function kept(
  cache: string,
  content: Uint8Array,
  { extension, settings, compress }: Encoding,
): Promise<Buffer> {
  const name = createHash('sha256').update(settings).update('\n').update(content).digest('hex') + extension;
  const known = await readFile(join(cache, name)).catch(() => undefined);
  if (known) return known;
  const made = await compress(content);
  await writeWhole(cache, name, made).catch(() => undefined);
  return made;
}
