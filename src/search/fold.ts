/** A text as it is compared, with the way back: `at[n]` is where the n-th UTF-16 unit of `text` comes from. */
export interface Folded {
  text: string;
  at: number[];
}

/** Letters that Unicode does not take apart, and spellings of one sound that readers mix up. */
const alike: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  // Lao: the sign below ຫ and the letter (ຫຼ, ຫລ).
  '\u0ebc': '\u0ea5',
  // Khmer: ឲ្យ and ឱ្យ.
  '\u17b2': '\u17b1',
};

/** Accents of all scripts, joiners, and the tone marks of Thai and Lao: who searches often leaves them out. */
const leftOut = /^[\p{Script=Inherited}\p{Cf}\u0e48-\u0e4c\u0ec8-\u0ecc]$/u;
const kept = /^[\p{L}\p{M}\p{N}]$/u;
const digit = /^\p{Nd}$/u;
/** A mark between thousands. */
const grouping = /^[.,\u00a0\u202f\u2009]\p{Nd}{3}(?!\p{Nd})/u;
const [coeng, subscriptTa, subscriptDa] = ['\u17d2', '\u178f', '\u178a'];

const known = new Map<string, string>();

/** One character as it is compared; a space for what is none of a word. */
function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = '';
    for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (leftOut.test(part)) continue;
      folded += digit.test(part) ? digitOf(part) : (alike[part] ?? (kept.test(part) ? part : ' '));
    }
    known.set(character, folded);
  }
  return folded;
}

/** The value of a digit of any script: each has its ten in a row, from zero (Unicode 4.6). */
function digitOf(part: string): string {
  const code = part.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/**
 * Folds a text to what is compared: compatibility forms taken apart (NFKD),
 * small letters, no accents and tone marks, digits of all scripts as 0 to 9
 * without marks between thousands, single spaces for all that is no letter.
 * It uses no tables of a language, so that every browser gets the same.
 */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    let now = foldCharacter(character);
    const before = folded.at(-1) ?? ' ';
    // The subscripts of ត and ដ look the same and are typed for each other.
    if (now === subscriptTa && before === coeng) now = subscriptDa;
    if (now === ' ' && (before === ' ' || (/\d/.test(before) && grouping.test(text.slice(index, index + 5)))))
      now = '';
    folded += now;
    for (let n = 0; n < now.length; n += 1) at.push(index);
    index += character.length;
  }
  return { text: folded, at };
}

/** Without its spaces: Lao, Khmer and Thai have none between words, and compounds are written with and without. */
export function joined({ text, at }: Folded): Folded {
  return { text: text.replaceAll(' ', ''), at: at.filter((_, n) => text[n] !== ' ') };
}
