import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { cacheFolder, writeWhole } from '../project.ts';
import { allVersions, type Site } from '../site/index.ts';

/** A picture of public/ in a text: how large it is, and the same in AVIF at several widths, the narrowest first. */
export interface LighterPicture {
  /** In pixels. */
  width: number;
  height: number;
  lighter: readonly LighterFile[];
}

export interface LighterFile {
  /** Holds the width and a digest of the picture: `picture-800.0f1e2d3c.avif`. */
  name: string;
  width: number;
  make(): Promise<Uint8Array>;
}

/** Pictures that are not moving and not drawings. */
const still = new Set(['.jpeg', '.jpg', '.png', '.webp']);

/** Pixels across: a phone's column, the reading column, and that on screens with two pixels in the place of one. */
const widths = [400, 800];
const widest = 1600;

/** Encoded slowly once; photographs look at this quality as JPEG does at 80. */
const settings = { quality: 55, effort: 4 };

/** What readers' browsers take in the place of a picture; nothing for a file that is none, or is drawn or moves. */
export async function lighterPicture(site: Site, address: string): Promise<LighterPicture | undefined> {
  const { pathname } = new URL(address, 'https://site.invalid');
  if (!still.has(extname(pathname).toLowerCase())) return undefined;
  const file = join(site.folder, 'public', decodeURIComponent(pathname));
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  // Loaded here: most sites have no photographs.
  const { default: sharp } = await import('sharp');
  const { autoOrient } = await sharp(bytes)
    .metadata()
    .catch(() => ({ autoOrient: undefined }));
  if (!autoOrient) return undefined;
  const digest = createHash('sha256')
    .update(JSON.stringify([settings, sharp.versions]))
    .update(bytes)
    .digest('hex');
  const most = Math.min(autoOrient.width, widest);
  return {
    ...autoOrient,
    lighter: [...widths.filter((width) => width < most), most].map((width) => ({
      name: `picture-${width}.${digest.slice(0, 8)}.avif`,
      width,
      make: () =>
        kept(`${digest}-${width}.avif`, () =>
          sharp(bytes).autoOrient().resize({ width }).avif(settings).toBuffer(),
        ),
    })),
  };
}

/** The lighter files of all pictures in the texts of a site. */
export async function allLighterFiles(site: Site): Promise<LighterFile[]> {
  const addresses = new Set(
    allVersions(site).flatMap(({ translations }) =>
      [...translations.values()].flatMap(({ document }) => document.images.map(({ address }) => address)),
    ),
  );
  const pictures = await Promise.all([...addresses].map((address) => lighterPicture(site, address)));
  return pictures.flatMap((picture) => picture?.lighter ?? []);
}

const folder = join(cacheFolder, 'lighter');

async function kept(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = await readFile(join(folder, name)).catch(() => undefined);
  if (known) return known;
  const made = await make();
  await mkdir(folder, { recursive: true });
  await writeWhole(folder, name, made);
  return made;
}
