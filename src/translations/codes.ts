import type { Inline } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import type { PassageState } from './state.ts';

type Mark = Exclude<Inline, { kind: 'text' }>;

/** Words whose marks have numbers, so that a translator moves them about and none is lost. */
export type Coded = { kind: 'text'; text: string } | CodedMark;
export type CodedMark = Omit<Mark, 'inside'> & { id: string; inside: readonly Coded[] | undefined };

/** Marks that say something: a translation has each of them, once. Emphasis and breaks are its own affair. */
export const isNeeded = ({ kind }: CodedMark): boolean =>
  !['emphasis', 'strong', 'delete', 'break', 'comment'].includes(kind);

/** A passage of the source with its marks numbered from 1, and the translation's with the numbers of those that they stand for. */
export function codedPassage(
  { source, own, state }: PassageState,
  languages: { from: Language; to: Language },
): {
  source: readonly Coded[];
  own: readonly Coded[] | undefined;
  /** Each mark that the translation may use, by its number, as it is written there. */
  marks: ReadonlyMap<string, CodedMark>;
} {
  let count = 0;
  const coded = numbered(source.inlines, (mark) => {
    count += 1;
    return { ...mark, id: String(count) };
  });
  const theirs = flat(coded);
  const free = new Set(theirs);
  let extra = 0;
  const match = (mark: Mark): CodedMark | undefined =>
    theirs.find((each) => free.has(each) && isEqual(each, mark)) ??
    theirs.find((each) => free.has(each) && each.kind === mark.kind && each.name === mark.name);
  const mine =
    own &&
    numbered(own.inlines, (mark) => {
      const found = match(mark);
      if (!found) {
        extra += 1;
        return { ...mark, id: `t${extra}` };
      }
      free.delete(found);
      // What the source says of numbers, notes and links holds where it changed.
      return state === 'current' || state === 'moved'
        ? { ...mark, id: found.id }
        : { ...localized(found, languages), id: found.id };
    });
  const marks = new Map(
    [...theirs.map((mark) => localized(mark, languages)), ...flat(mine ?? [])].map((mark) => [mark.id, mark]),
  );
  return { source: coded, own: mine, marks };
}

/** The marks of some words, each before those within it. */
export const flat = (inlines: readonly Coded[]): CodedMark[] =>
  inlines.flatMap((each) => (each.kind === 'text' ? [] : [each as CodedMark, ...flat(each.inside ?? [])]));

function numbered(
  inlines: readonly Inline[],
  number: (mark: Mark) => Omit<CodedMark, 'inside'>,
): readonly Coded[] {
  return inlines.map((each): Coded => {
    if (each.kind === 'text') return each;
    const own = number(each);
    return { ...own, inside: each.inside && numbered(each.inside, number) } as CodedMark;
  });
}

const isEqual = (a: Omit<CodedMark, 'id' | 'inside'>, b: Mark): boolean =>
  a.kind === b.kind && a.open === b.open && a.close === b.close;

/** A link to a page of the site leads to the page of the translation's language. */
const localized = <T extends Pick<Mark, 'kind' | 'close'>>(
  mark: T,
  { from, to }: { from: Language; to: Language },
): T =>
  mark.kind === 'link' && mark.close.startsWith(`](/${from}/`)
    ? { ...mark, close: `](/${to}/${mark.close.slice(`](/${from}/`.length)}` }
    : mark;
