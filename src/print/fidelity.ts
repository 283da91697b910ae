import { directionOf } from '../i18n/index.ts';
import { squash } from './align.ts';

/** A text of the page, and where it stands in what was extracted, if it stands there whole and once. */
interface Sought {
  text: string;
  place: number | undefined;
  length: number;
}

/**
 * How much of a text comes back out of a document: the share of its words, in
 * order, that `extracted` holds, 0 to 1. Spaces do not count, since scripts
 * without spaces between words have none to compare; ligatures and
 * compatibility forms are taken apart on both sides (NFKC), as readers of PDF
 * do. Words are those of the language, by the segmentation of Unicode.
 *
 * As in a patience diff, texts that are found whole and only once are the fixed
 * points, as many of them as come in order; the words of all others are sought
 * between these, since heads and feet of pages may stand within them.
 */
export function fidelity(
  texts: readonly string[],
  extracted: string,
  language: string,
): { share: number; missing: string[] } {
  const whole = compatible(extracted);
  // Readers of PDF give lines of mixed direction in the order in which they are seen, not in which they are read.
  const ordered = directionOf(language) === 'ltr';
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const wordsOf = (text: string): string[] =>
    [...segmenter.segment(text.normalize('NFC'))].flatMap(({ segment, isWordLike }) =>
      isWordLike ? compatible(segment) : [],
    );
  const sought = texts.map((text): Sought => {
    const own = compatible(text);
    const place = own.length >= telling ? whole.indexOf(own) : -1;
    const once = place >= 0 && whole.indexOf(own, place + 1) < 0;
    return { text, place: once ? place : undefined, length: own.length };
  });
  const fixed = inOrder(sought);
  const ends: number[] = [];
  let end = whole.length;
  for (const each of sought.toReversed()) {
    ends.unshift(end);
    if (fixed.has(each)) end = each.place ?? end;
  }
  const missing: string[] = [];
  let at = 0;
  for (const [n, each] of sought.entries()) {
    if (fixed.has(each)) {
      at = (each.place ?? 0) + each.length;
      continue;
    }
    for (const word of wordsOf(each.text)) {
      const found = whole.indexOf(word, at);
      if (found >= 0 && found + word.length <= (ends[n] ?? 0)) at = found + word.length;
      else if (ordered || !whole.includes(word)) missing.push(word);
    }
  }
  // To find words takes longer than all else here, so that they are counted only where it matters.
  if (missing.length === 0) return { share: 1, missing };
  const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return { share: 1 - missing.length / words, missing };
}

/** Shorter texts say little by standing somewhere. */
const telling = 10;

/** The most of the placed texts that stand in the order in which they are sought: a longest increasing subsequence. */
function inOrder(sought: readonly Sought[]): Set<Sought> {
  const tails: Sought[] = [];
  const before = new Map<Sought, Sought | undefined>();
  for (const each of sought) {
    if (each.place === undefined) continue;
    const { place } = each;
    const rank = tails.findIndex((tail) => (tail.place ?? 0) >= place);
    const at = rank < 0 ? tails.length : rank;
    before.set(each, tails[at - 1]);
    tails[at] = each;
  }
  const longest = new Set<Sought>();
  for (let each = tails.at(-1); each; each = before.get(each)) longest.add(each);
  return longest;
}

const compatible = (text: string): string => squash(text.normalize('NFKC'));
