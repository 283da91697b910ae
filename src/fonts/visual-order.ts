export type Direction = 'ltr' | 'rtl';

/** A part of a line that is written in one direction. */
export interface DirectedText {
  text: string;
  direction: Direction;
}

/**
 * A line cut where its direction changes, the parts in their order from left to
 * right, by the rules of the Unicode Bidirectional Algorithm
 * (https://www.unicode.org/reports/tr9/) as far as texts of charts need them:
 * without paired brackets and without embeddings, whose controls are passed
 * over. A line without a direction of its own takes that of its first letter.
 */
export function inVisualOrder(line: string, base?: Direction): DirectedText[] {
  const characters = [...line];
  const classes = characters.map(classOf).join('');
  if (!/[RAn]/.test(classes) && base !== 'rtl') return [{ text: line, direction: 'ltr' }];
  const first = /[LRA]/.exec(classes)?.[0] ?? 'L';
  const rightToLeft = base === undefined ? first !== 'L' : base === 'rtl';
  const parts: { text: string; level: number }[] = [];
  [...resolved(classes, rightToLeft ? 'R' : 'L')].forEach((letter, index) => {
    const level = rightToLeft ? (letter === 'R' ? 1 : 2) : letter === 'L' ? 0 : letter === 'R' ? 1 : 2;
    const last = parts.at(-1);
    if (last?.level === level) last.text += characters[index];
    else parts.push({ text: characters[index] ?? '', level });
  });
  // L2: from the highest level to the lowest, what stands on it or above changes its order.
  for (const level of [2, 1]) {
    for (let from = 0; from < parts.length; from += 1) {
      let to = from;
      while ((parts[to]?.level ?? -1) >= level) to += 1;
      if (to > from) parts.splice(from, to - from, ...parts.slice(from, to).reverse());
      from = to;
    }
  }
  return parts.map(({ text, level }) => ({ text, direction: level === 1 ? 'rtl' : 'ltr' }));
}

/**
 * Bidirectional classes, one letter for each: strong L, R, A (AL); numbers e (EN)
 * and n (AN); s, t and c (ES, ET, CS) beside them; m (NSM) and o, all else.
 */
function classOf(character: string): string {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 'm';
  if (/[\u0660-\u0669\u066b\u066c]/u.test(character)) return 'n';
  if (/[0-9\u06f0-\u06f9]/u.test(character)) return 'e';
  if (/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(character))
    return /\p{L}/u.test(character) ? 'A' : 'o';
  if (/[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Adlam}]/u.test(character)) return 'R';
  if (/[\p{L}\p{N}]/u.test(character)) return 'L';
  if (/[+\-−]/u.test(character)) return 's';
  if (/[#%‰°٪\p{Sc}]/u.test(character)) return 't';
  return /[,.:/\u00a0\u202f]/u.test(character) ? 'c' : 'o';
}

/** The letters L, R, e and n for all characters: rules W1 to W7, N1 and N2. */
function resolved(classes: string, base: 'L' | 'R'): string {
  const same = (letter: string) => (run: string) => letter.repeat(run.length);
  return classes
    .replace(/^m+/, same('o'))
    .replace(/(.)m+/g, (run, letter: string) => letter.repeat(run.length))
    .replace(/A[^LRA]*/g, (run) => run.replaceAll('e', 'n'))
    .replaceAll('A', 'R')
    .replace(/(?<=e)[sc](?=e)/g, 'e')
    .replace(/(?<=n)c(?=n)/g, 'n')
    .replace(/t+(?=e)|(?<=e)t+/g, same('e'))
    .replace(/[stc]/g, 'o')
    .replace(base === 'L' ? /(?:^|L)[^LR]*/g : /L[^LR]*/g, (run) => run.replaceAll('e', 'L'))
    .replace(/o+/g, (run, at: number, whole: string) => {
      const side = (letter: string | undefined) => (letter === undefined ? base : letter === 'L' ? 'L' : 'R');
      const [before, after] = [side(whole[at - 1]), side(whole[at + run.length])];
      return (before === after ? before : base).repeat(run.length);
    });
}
