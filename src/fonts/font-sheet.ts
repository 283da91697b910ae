import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FontWeight, fontFamilies, fontFile } from './families.ts';
import { draws, loadMeasurer } from './shape.ts';
import { toRange, within } from './unicode-range.ts';

/** The fonts of a site, cut down to the characters that it uses. */
export interface FontSheet {
  /** The @font-face rules, for fonts under an address such as `/fonts/`. */
  css(address: string): string;
  /** The @font-face rules of those fonts that a text needs, with the fonts inside. */
  inline(characters: ReadonlySet<string>): string;
  /** The names of the files that a text needs in a weight. */
  filesFor(text: string, weight: FontWeight): string[];
  /** The files by name; each name holds a digest of its bytes. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Every character that some font covers. */
  covered: ReadonlySet<string>;
}

interface Face {
  family: string;
  weight: FontWeight;
  file: string;
  range: string;
  characters: readonly string[];
}

/** The family that pages are set in: all scripts under one name, each browser loading what its page uses. */
export const textFamily = 'Sala';
/** A small family for the names of languages, so that a switcher does not load a whole script. */
export const namesFamily = 'Sala Names';

const weights: readonly FontWeight[] = [400, 700];

/**
 * What browsers do to text without being asked, and the numerals that pages ask for. Fractions, small
 * capitals and other forms of letters that no style calls for are an eighth of a Latin font.
 */
const features =
  'ccmp locl kern mark mkmk liga clig calt rlig rclt dist curs lnum tnum isol init medi med2 fina fin2 fin3 nukt akhn rphf rkrf pref blwf half abvf pstf cfar vatu cjct pres abvs blws psts haln abvm blwm'.split(
    ' ',
  );

/**
 * What most systems have for Latin text, as wide and as high as Noto Sans: nothing moves when that comes.
 * An English brief set in Noto Sans is 1.05 times as wide as in Arial, whose metrics the others share or come
 * close to; Noto Sans reaches 1.069 of its size above the line and 0.293 below, which is divided by that.
 */
const standIn = weights
  .map((weight) => {
    const own = ['Arial', 'Liberation Sans', 'Roboto'].map(
      (name) => `local("${name}${weight === 700 ? ' Bold' : ''}")`,
    );
    return `@font-face{font-family:"Sala Stand-in";font-weight:${weight};src:${own};size-adjust:105%;ascent-override:101.8%;descent-override:27.9%;line-gap-override:0%}`;
  })
  .join('\n');

/**
 * Cuts the shipped fonts to the characters of a site. `names` are the languages'
 * names in themselves, which stand on every page whatever its language.
 */
export async function makeFontSheet(
  characters: ReadonlySet<string>,
  names: readonly string[],
): Promise<FontSheet> {
  await loadMeasurer();
  // Loaded here, so that whoever only checks a site does without it.
  const { default: subsetFont } = await import('subset-font');
  const files = new Map<string, Uint8Array>();
  const covered = new Set<string>();

  const face = async (
    family: string,
    subset: string,
    weight: FontWeight,
    own: readonly string[],
    path: string,
  ): Promise<Face> => {
    const bytes = await subsetFont(await readFile(path), own.join(''), {
      targetFormat: 'woff2',
      keepFeatures: features,
    });
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const file = `${family === namesFamily ? 'names-' : ''}${subset}-${weight}.${digest}.woff2`;
    files.set(file, bytes);
    return { family, weight, file, range: toRange(own), characters: own };
  };

  const faces: Face[] = [];
  const namesText = new Set(names.join(''));
  for (const family of fontFamilies) {
    for (const { subset, unicodeRange } of family.files) {
      const own = within(characters, unicodeRange).filter(
        (character) => !covered.has(character) && draws(family, subset, character),
      );
      for (const character of own) covered.add(character);
      if (own.length === 0) continue;
      for (const weight of weights) {
        faces.push(await face(textFamily, subset, weight, own, fontFile(family, subset, weight)));
      }
      // Basic Latin is on every page anyhow.
      const inNames = subset === 'latin' ? [] : within(namesText, unicodeRange);
      if (inNames.length > 0)
        faces.push(await face(namesFamily, subset, 400, inNames, fontFile(family, subset, 400)));
    }
  }
  const facesFor = (characters: ReadonlySet<string>): Face[] =>
    faces.filter((each) => each.family === textFamily && each.characters.some((own) => characters.has(own)));
  return {
    files,
    covered,
    css: (address) => [...faces.map((each) => rule(each, address + each.file)), standIn].join('\n'),
    filesFor: (text, weight) =>
      facesFor(new Set(text))
        .filter((each) => each.weight === weight)
        .map(({ file }) => file),
    inline: (characters) =>
      facesFor(characters)
        .map((each) => {
          const bytes = files.get(each.file) ?? new Uint8Array();
          return rule(each, `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`);
        })
        .join('\n'),
  };
}

const rule = ({ family, weight, range }: Face, address: string): string =>
  `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url(${address}) format("woff2");unicode-range:${range}}`;
