import { fold, joined } from './fold.ts';
import { gramsOf } from './grams.ts';
import type { Query } from './query.ts';

/** A piece of a text, and whether it is what was asked. */
export interface Piece {
  text: string;
  marked: boolean;
}

type Range = readonly [start: number, end: number];

/** How long an excerpt is, and how much of it stands before the first match, in UTF-16 units. */
const [length, before] = [190, 60];

/** A text with what was asked marked. */
export function marked(text: string, query: Query): Piece[] {
  return piecesOf(text, rangesOf(text, query), [0, text.length]);
}

/** A part of a text around the first match, cut between words or clusters. */
export function excerpt(text: string, query: Query): Piece[] {
  const ranges = rangesOf(text, query);
  const [first] = ranges;
  const cut = first && first[0] > before ? cutNear(text, first[0] - before, first[0]) : 0;
  const start = /\s/.test(text[cut] ?? '') ? cut + 1 : cut;
  const last = Math.min(text.length, Math.max(start + length, first?.[1] ?? 0));
  const end = last < text.length ? cutNear(text, last, last + before / 2) : last;
  const pieces = piecesOf(text, ranges, [start, end]);
  const dots = { text: '…', marked: false };
  return [...(start > 0 ? [dots] : []), ...pieces, ...(end < text.length ? [dots] : [])];
}

/** Where a text may be cut: at the first space from one place to another, or at the next cluster. */
function cutNear(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/);
  return space >= 0 ? from + space : clusterEnd(text, from);
}

function piecesOf(text: string, ranges: readonly Range[], [from, to]: Range): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= at || start >= to) continue;
    add(at, Math.max(at, start), false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return pieces;
}

/** Where what was asked stands in a text: all of it together, or else its words, or what comes nearest to them. */
function rangesOf(text: string, { letters, terms }: Query): Range[] {
  const folded = joined(fold(text));
  const found = (wanted: string): Range[] => {
    const places: Range[] = [];
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length))
      places.push([at, at + wanted.length]);
    return places;
  };
  const whole = found(letters);
  const inFolded =
    whole.length > 0
      ? whole
      : terms.flatMap((term) => {
          const places = found(term);
          return places.length > 0 ? places : nearest(folded.text, term);
        });
  const ranges = inFolded
    .map(([start, end]): Range => {
      const last = folded.at[end - 1] ?? 0;
      return [
        clusterStart(text, folded.at[start] ?? 0),
        clusterEnd(text, last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)),
      ];
    })
    .sort(([a], [b]) => a - b);
  const apart: Range[] = [];
  for (const [start, end] of ranges) {
    const previous = apart.at(-1);
    if (previous && start <= previous[1]) apart[apart.length - 1] = [previous[0], Math.max(previous[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

/** The stretch, as long as a word, that has the most of its grams; none where that is less than half of them. */
function nearest(letters: string, term: string): Range[] {
  const wanted = new Set(gramsOf(term));
  const grams = gramsOf(letters);
  const span = Math.max(1, term.length - 2);
  /** How often each wanted gram is in the stretch; one that comes twice counts once. */
  const inside = new Map<string, number>();
  const count = (gram: string | undefined, by: number) => {
    if (gram === undefined || !wanted.has(gram)) return;
    const times = (inside.get(gram) ?? 0) + by;
    if (times > 0) inside.set(gram, times);
    else inside.delete(gram);
  };
  let best = { count: 0, end: 0 };
  grams.forEach((gram, n) => {
    count(gram, 1);
    count(grams[n - span], -1);
    if (inside.size > best.count) best = { count: inside.size, end: n };
  });
  if (wanted.size === 0 || best.count < wanted.size / 2) return [];
  const first = grams.findIndex((gram, n) => n > best.end - span && wanted.has(gram));
  return [[first, best.end + 3]];
}

/** Vowels that hang on what is before them though they are no marks (Unicode: Grapheme_Cluster_Break=SpacingMark). */
const hanging = /^[\p{M}\u0e33\u0eb3\u200d]$/u;
/** In Khmer, this joins a consonant below the one before. */
const coeng = '\u17d2';

const isWithin = (text: string, at: number): boolean =>
  hanging.test(text[at] ?? '') || text[at - 1] === coeng || /^[\udc00-\udfff]$/.test(text[at] ?? '');

function clusterStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isWithin(text, start)) start -= 1;
  return start;
}

function clusterEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWithin(text, end)) end += 1;
  return end;
}
