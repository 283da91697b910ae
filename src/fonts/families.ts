import { createRequire } from 'node:module';
import { parseRange } from './unicode-range.ts';

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

let outside: RegExp | undefined;

/** The characters of a text that no shipped font is meant for, each once; controls of lines count as none. */
export function outsideFonts(text: string): string[] {
  if (!outside) {
    const inside = fontFamilies
      .flatMap(({ files }) => files.flatMap(({ unicodeRange }) => parseRange(unicodeRange)))
      .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`);
    outside = new RegExp(`[^\\t\\r\\n${inside.join('')}]`, 'gu');
  }
  return [...new Set(text.match(outside))];
}

/** Whether a shipped font draws a script (ISO 15924). */
export function drawsScript(script: string): boolean {
  let letter: RegExp;
  try {
    letter = new RegExp(`\\p{Script=${script}}`, 'u');
  } catch {
    // A mixture of scripts, such as Jpan, or one that Unicode has not.
    return false;
  }
  return fontFamilies.some(({ files }) =>
    files.some(({ unicodeRange }) =>
      parseRange(unicodeRange).some(([first, last]) => {
        for (let point = first; point <= last; point += 1)
          if (letter.test(String.fromCodePoint(point))) return true;
        return false;
      }),
    ),
  );
}
