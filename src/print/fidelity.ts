import { directionOf } from '../i18n/index.ts';
import { squash } from './align.ts';

/** A text of the page, and where it stands in what was extracted, if it stands whole and once in both. */
interface Sought {
  text: string;
  /** Without what does not count. */
  own: string;
  place: number | undefined;
}

/**
 * How much of a text comes back out of a document: the share of its words, in
 * order, that `extracted` holds, 0 to 1. Spaces do not count, since scripts
 * without spaces between words have none to compare; ligatures and
 * compatibility forms are taken apart on both sides (NFKC), as readers of PDF
 * do. Words are those of the language, by the segmentation of Unicode.
 *
 * As in a patience diff, texts that stand whole and only once in both are the fixed
 * points, as many of them as come in order; the words of all others are sought
 * between these, one after the other, since heads and feet of pages may stand
 * within them.
 */
export function fidelity(
  texts: readonly string[],
  extracted: string,
  language: string,
): { share: number; missing: string[] } {
  const whole = compatible(extracted);
  // Readers of PDF give lines of mixed direction in the order in which they are seen, not in which they are read.
  const ordered = (text: string) => directionOf(language) === 'ltr' && !rightToLeft.test(text);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const segmentsOf = (text: string): { own: string; isWord: boolean }[] =>
    [...segmenter.segment(text.normalize('NFC'))].map(({ segment, isWordLike }) => ({
      own: compatible(segment),
      isWord: isWordLike === true,
    }));
  const compared = texts.map(compatible);
  const page = compared.join('');
  const sought = texts.map((text, index): Sought => {
    const own = compared[index] ?? '';
    const place = own.length >= telling ? whole.indexOf(own) : -1;
    // Of two that are the same on the page, one may be cut in two by the end of a sheet.
    const once =
      place >= 0 && whole.indexOf(own, place + 1) < 0 && page.indexOf(own, page.indexOf(own) + 1) < 0;
    return { text, own, place: once ? place : undefined };
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
    const end = ends[n] ?? 0;
    const here = fixed.has(each) ? (each.place ?? 0) : at;
    // Most come where they are expected, and need not be taken apart into words.
    if (whole.startsWith(each.own, here) && here + each.own.length <= end) {
      at = here + each.own.length;
      continue;
    }
    const segments = segmentsOf(each.text);
    for (const [index, { own, isWord }] of segments.entries()) {
      // Further on a word counts only with what follows it: it may come again there, and this one be lost or cut in two.
      const coming = segments.slice(index, index + telling).map((segment) => segment.own);
      const sign = coming.join('').slice(0, own.length + telling);
      const found = whole.startsWith(own, at) ? at : isWord ? whole.indexOf(sign, at) : -1;
      if (found >= 0 && found + own.length <= end) at = found + own.length;
      else if (isWord && (ordered(each.text) || !whole.includes(own))) missing.push(own);
    }
  }
  // To find words takes longer than all else here, so that they are counted only where it matters.
  if (missing.length === 0) return { share: 1, missing };
  const words = texts.flatMap(segmentsOf).filter(({ isWord }) => isWord).length;
  return { share: 1 - missing.length / words, missing };
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

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
