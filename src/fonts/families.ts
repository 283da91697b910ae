import { createRequire } from 'node:module';

/** Weights that pages and charts use; both are shipped, so that no bold is synthesised. */
export type FontWeight = 400 | 700;

export interface FontSubset {
  /** Fontsource's name of the part: `latin-ext`. */
  subset: string;
  /** The characters in it, as CSS writes them: `U+0E81-0EDF,U+25CC`. */
  unicodeRange: string;
}

/** A family of the four-scripts-one-voice set, and the files that hold its own script. */
export interface FontFamily {
  /** ISO 15924. */
  script: string;
  family: string;
  package: string;
  files: readonly FontSubset[];
}

const packages = createRequire(import.meta.url);

function family(script: string, name: string, subsets: readonly string[]): FontFamily {
  const folder = `@fontsource/${name.toLowerCase().replaceAll(' ', '-')}`;
  const ranges = packages(`${folder}/unicode.json`) as Record<string, string>;
  const files = subsets.map((subset) => ({ subset, unicodeRange: ranges[subset] ?? '' }));
  return { script, family: name, package: folder, files };
}

/** All shipped families, in the order in which a page's `font-family` names them. */
export const fontFamilies: readonly FontFamily[] = [
  family('Latn', 'Noto Sans', ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek']),
  family('Laoo', 'Noto Sans Lao', ['lao']),
  family('Khmr', 'Noto Sans Khmer', ['khmer']),
  family('Thai', 'Noto Sans Thai', ['thai']),
  family('Arab', 'Noto Sans Arabic', ['arabic']),
  family('Mymr', 'Noto Sans Myanmar', ['myanmar']),
];

/** The path of a subset's file. */
export function fontFile(
  { package: folder }: Pick<FontFamily, 'package'>,
  subset: string,
  weight: FontWeight,
  format: 'woff2' | 'woff' = 'woff2',
): string {
  const name = folder.slice(folder.indexOf('/') + 1);
  return packages.resolve(`${folder}/files/${name}-${subset}-${weight}-normal.${format}`);
}
