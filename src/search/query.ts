import { fold, joined } from './fold.ts';
import type { Head, Shard, ShownSection } from './format.ts';
import { gramsOf, shardOf, unpacked } from './grams.ts';

/** What a reader asks, cut as the index is. */
export interface Query {
  /** The words, joined with a neighbour where they are shorter than three characters. */
  terms: readonly string[];
  /** All of it without spaces. */
  letters: string;
  /** The grams of `letters`, each once. */
  grams: readonly string[];
}

/** A record that was found. */
export interface Match {
  record: number;
  /** The section to show, counted through the index. */
  section: number;
  /** How well its words fit, and how much of the query stands together somewhere. */
  fit: number;
  together: number;
  /** Whether it has all the words as they were asked, as far as grams tell. */
  exact: boolean;
}

/** One bit for each gram. */
const mostGrams = 20;
/** How much of a word must be there for a misspelled one to be found. */
const enough = 0.5;
/** So many grams of a word are looked up even where their lists are long. */
const enoughGrams = 2;
/** Where so few records have all the words, those that come near are given too. */
const few = 3;
const weights = { title: 3, heading: 2, text: 1 } as const;

/** Reads what is asked; nothing where it has fewer letters and digits than `least`. */
export function readQuery(text: string, least = 2): Query | undefined {
  const terms: string[] = [];
  for (const word of fold(text).text.split(' ').filter(Boolean)) {
    const last = terms.at(-1);
    if (last !== undefined && (last.length < 3 || word.length < 3)) terms[terms.length - 1] = last + word;
    else terms.push(word);
  }
  const letters = terms.join('');
  if (letters.length < least) return undefined;
  const all = [...new Set(gramsOf(letters))];
  const stride = Math.max(1, all.length / mostGrams);
  const grams = all.filter((_, n) => Math.floor(n / stride) > Math.floor((n - 1) / stride));
  return { terms, letters, grams };
}

/** The files of grams that an answer needs. */
export const shardsOf = ({ letters, grams }: Query, shards: number): number[] => [
  ...new Set((grams.length > 0 ? grams : [letters]).map((gram) => shardOf(gram, shards))),
];

/** A list of units, packed, or the number of the file that it stands in. */
export interface GramList {
  gram: string;
  list: string | number;
}

/**
 * The lists that an answer is made from, out of the files of `shardsOf`. Long
 * ones, which say little, are left out as far as a word has enough others.
 */
export function listsOf({ letters, terms, grams }: Query, shard: (gram: string) => Shard): GramList[] {
  if (grams.length === 0)
    return Object.entries(shard(letters))
      .filter(([gram]) => gram.startsWith(letters))
      .map(([gram, list]) => ({ gram, list }));
  const all = grams.map((gram) => ({ gram, list: shard(gram)[gram] ?? '' }));
  const wanted = new Set<GramList>(all.filter(({ list }) => typeof list === 'string'));
  for (const term of terms) {
    const own = all.filter(({ gram }) => term.includes(gram));
    // The numbers of long lists rise with their length.
    const long = own.filter((each) => !wanted.has(each)).sort((a, b) => Number(a.list) - Number(b.list));
    const missing = Math.max(0, enoughGrams - (own.length - long.length));
    for (const each of long.slice(0, missing)) wanted.add(each);
  }
  return all.filter((each) => wanted.has(each));
}

/**
 * The records that hold what is asked, best first: those with all of its words,
 * and where these are few, those that come near. A word in a title counts three
 * times, in a heading twice; more so where the words stand together, and most
 * where they are the whole title. `lists` are those of `listsOf`, loaded.
 */
export function rank(query: Query, head: Head, lists: readonly { gram: string; list: string }[]): Match[] {
  const { letters } = query;
  // Two letters are looked up as one, in whatever grams begin with them.
  const isPair = query.grams.length === 0;
  const grams = isPair ? [letters] : lists.map(({ gram }) => gram);
  const masks = new Map<number, number>();
  lists.forEach(({ list }, n) => {
    const bit = isPair ? 1 : 1 << n;
    for (const unit of unpacked(list)) masks.set(unit, (masks.get(unit) ?? 0) | bit);
  });
  const whole = (1 << grams.length) - 1;
  const terms = isPair ? [1] : query.terms.map((term) => bitsOf(gramsOf(term), grams)).filter(Boolean);
  const sizes = terms.map(bitCount);
  const size = sizes.reduce((sum, each) => sum + each, 0);

  const matches: Match[] = [];
  let unit = 0;
  let section = 0;
  head.sections.forEach((count, record) => {
    const best = terms.map(() => 0);
    const shares = terms.map(() => 0);
    let together = 0;
    let shown = { section, fit: 0 };
    for (let n = 0; n <= 2 * count; n += 1) {
      const mask = masks.get(unit + n);
      if (mask === undefined) continue;
      const weight = n === 0 ? weights.title : n % 2 === 1 ? weights.heading : weights.text;
      const phrase = shareOf(mask, whole) ** 3;
      let fit = phrase;
      terms.forEach((term, t) => {
        const share = shareOf(mask, term);
        if (share < enough) return;
        best[t] = Math.max(best[t] ?? 0, share ** 4 * weight);
        shares[t] = Math.max(shares[t] ?? 0, share);
        fit += (share ** 4 * (sizes[t] ?? 0)) / size;
      });
      together = Math.max(together, phrase * (weight + 1));
      if (n === 0) together += phrase * wholeTitle(letters.length, (head.titles[record] ?? 0) + 2);
      else if (fit > shown.fit) shown = { section: section + Math.floor((n - 1) / 2), fit };
    }
    unit += 1 + 2 * count;
    section += count;
    if (shares.every((share) => share >= enough))
      matches.push({
        record,
        section: shown.section,
        fit: best.reduce((sum, each, t) => sum + each * (sizes[t] ?? 0), 0) / size,
        together,
        exact: shares.every((share) => share === 1),
      });
  });
  const exact = matches.filter((match) => match.exact);
  return (exact.length >= few ? exact : matches).sort(inOrder);
}

/**
 * The matches in the order that their texts give: grams may be in a text without
 * standing together. Those without a text are left as they are.
 */
export const settle = (
  { letters }: Query,
  matches: readonly Match[],
  textOf: (section: number) => ShownSection | undefined,
): Match[] =>
  matches
    .map((match) => {
      const section = textOf(match.section);
      if (!section) return match;
      const [title, , , heading, text] = section;
      const has = (part: string) => lettersOf(part).includes(letters);
      const together = has(title)
        ? weights.title + 1 + wholeTitle(letters.length, lettersOf(title).length)
        : has(heading)
          ? weights.heading + 1
          : has(text)
            ? weights.text + 1
            : match.together / 2;
      return { ...match, together };
    })
    .sort(inOrder);

const lettersOf = (text: string): string => joined(fold(text)).text;

/** More, the more of a title is what was asked. */
const wholeTitle = (asked: number, title: number): number => 4 * Math.min(1, asked / title);

/** The order of matches: those that fit best first. */
export const inOrder = (a: Match, b: Match): number =>
  b.fit + b.together - (a.fit + a.together) || a.record - b.record;

const bitsOf = (some: readonly string[], grams: readonly string[]): number =>
  grams.reduce((mask, gram, n) => (some.includes(gram) ? mask | (1 << n) : mask), 0);

const shareOf = (mask: number, wanted: number): number => bitCount(mask & wanted) / bitCount(wanted);

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
