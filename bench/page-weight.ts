import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type FontFace, facesNeeded, parseFaces } from './font-faces.ts';
import { readPage } from './page-text.ts';

/** What a browser that has nothing yet fetches for one page: bytes as transferred, each kind of file together. */
export interface PageWeight {
  /** Compressed with Brotli, as are `css` and `scripts`. */
  html: number;
  css: number;
  scripts: number;
  /** As they are: woff2 is compressed. */
  fonts: number;
  total: number;
  /** Names of the font files. */
  fontFiles: readonly string[];
}

/**
 * Weighs a page of a built site. Fonts are those that the characters of the
 * page need by the unicode-range of each face, in each weight that there is: a
 * page that has no bold character in a script loads less.
 */
export async function weighPage(site: string, page: string): Promise<PageWeight> {
  const html = await readFile(join(site, page));
  const { styleSheets, scripts, runs } = readPage(html.toString('utf8'));
  const sheets = await Promise.all(styleSheets.map((address) => fetched(site, address)));
  const css = sheets.map((sheet) => sheet.toString('utf8')).join('\n');
  const faces = facesNeeded(runs, parseFaces(css), css);
  const fonts = await Promise.all(faces.map(({ address }: FontFace) => fetched(site, address)));
  const code = await Promise.all(scripts.map((address) => fetched(site, address)));
  const parts = {
    html: compressed([html]),
    css: compressed(sheets),
    scripts: compressed(code),
    fonts: fonts.reduce((sum, { length }) => sum + length, 0),
  };
  const total = parts.html + parts.css + parts.scripts + parts.fonts;
  return { ...parts, total, fontFiles: faces.map(({ address }) => basename(address)) };
}

/** The file at an address of a site that stands at the root of its host. */
const fetched = (site: string, address: string): Promise<Buffer> =>
  readFile(join(site, new URL(address, 'https://site.invalid').pathname));

const compressed = (files: readonly Buffer[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
