import { namesFamily, parseRange, textFamily } from '../src/fonts/index.ts';
import type { Element, TextRun } from './page-text.ts';

/** A @font-face rule. */
export interface FontFace {
  family: string;
  address: string;
  /** Pairs of first and last code point. */
  range: readonly (readonly [number, number])[];
}

/** The faces that a style sheet declares. */
export function parseFaces(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => {
    const part = (pattern: RegExp) => pattern.exec(rule)?.[1] ?? '';
    return {
      family: part(/font-family:\s*"([^"]*)"/),
      address: part(/url\(["']?([^"')]*)["']?\)/),
      range: parseRange(part(/unicode-range:\s*([^;]*)/)),
    };
  });
}

/**
 * The faces that texts need: for each character all of the first family that has
 * it. Names of languages are set in a family of their own where the style sheet
 * says so, so that they do not load a whole script.
 */
export function facesNeeded(runs: readonly TextRun[], faces: readonly FontFace[], css: string): FontFace[] {
  const inNames = namesSelectors(css);
  const needed = new Set<FontFace>();
  const done = new Set<string>();
  for (const { text, within } of runs) {
    const families = inNames.some((selector) => matches(selector, within))
      ? [namesFamily, textFamily]
      : [textFamily];
    for (const character of new Set(text)) {
      const key = `${families.length} ${character}`;
      if (done.has(key)) continue;
      done.add(key);
      for (const face of facesFor(character, families, faces)) needed.add(face);
    }
  }
  return faces.filter((face) => needed.has(face));
}

function facesFor(character: string, families: readonly string[], faces: readonly FontFace[]): FontFace[] {
  const point = character.codePointAt(0) ?? 0;
  const having = faces.filter(({ range }) => range.some(([first, last]) => point >= first && point <= last));
  for (const family of families) {
    const found = having.filter((face) => face.family === family);
    if (found.length > 0) return found;
  }
  return [];
}

/** The selectors of the rules that set text in the family of names, such as `.also a`. */
function namesSelectors(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g);
  return [...rules]
    .filter(([, selector = '', body = '']) => !selector.includes('@') && body.includes(`"${namesFamily}"`))
    .flatMap(([, selector = '']) => selector.split(',').map((each) => each.trim()));
}

/** Whether text within these elements is reached by a selector of tags, classes and descent; what it excludes counts too. */
function matches(selector: string, within: readonly Element[]): boolean {
  const steps = selector.replace(/:not\([^)]*\)/g, '').split(/\s+/);
  let step = 0;
  for (const { tag, classes } of within) {
    const [own = '', ...named] = (steps[step] ?? '').split('.');
    if ((own === '' || own === tag) && named.every((each) => classes.includes(each))) step += 1;
    if (step === steps.length) return true;
  }
  return false;
}
