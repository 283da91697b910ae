import type { Inline } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import { type CodedMark, codedPassage, flat, isNeeded } from './codes.ts';
import { inOneLine, plainOf, writtenWords } from './passages.ts';
import type { XliffInline, XliffUnit } from './read-xliff.ts';
import type { PassageState } from './state.ts';

/** New words for a passage, or word that those it has hold still, or why it cannot be taken; neither where nothing was done. */
export type Taken = { refused: string } | { words?: readonly Inline[]; confirmed?: boolean };

/** What a translator did in one unit. */
export function takeUnit(
  { target, state, own: before }: XliffUnit,
  passage: PassageState,
  languages: { from: Language; to: Language },
): Taken {
  if (!target) return {};
  const { source, own, marks } = codedPassage(passage, languages);
  const needed = flat(source).filter(isNeeded);
  const isStale = passage.state === 'changed' || passage.state === 'new';
  const codes = codesOf(target);
  const unknown = codes.find((id) => !marks.has(id));
  if (unknown !== undefined) return { refused: `code ${unknown} is none of this passage` };
  const doubled = codes.find((id, n) => codes.indexOf(id) !== n);
  if (doubled !== undefined) return { refused: `${codeName(marks, doubled)} stands there twice` };
  const words = withMarks(target, marks);
  const isOwn =
    own !== undefined && writtenWords(words, passage.source) === writtenWords(own, passage.source);
  if (isOwn && !isStale) return {};
  if (isOwn && state === 'initial') return {};
  if (passage.own?.digest !== before && !isOwn)
    return { refused: 'the translation was edited here since the export, and the edit is kept' };
  const lost = needed.filter(({ id }) => !codes.includes(id));
  if (lost.length > 0 && !isOwn)
    return { refused: `${lost.map(({ id }) => codeName(marks, id)).join(' and ')} is lost` };
  if (passage.source.id === 'shortTitle' && plainOf(words).trim().length > 60)
    return { refused: 'a short title has at most 60 characters' };
  // Confirmed words may still hold numbers and links that the source has changed.
  const changes =
    !passage.own ||
    writtenWords(words, passage.source) !== writtenWords(passage.own.inlines, passage.source) ||
    passage.source.block?.kind === 'component';
  return changes ? { words } : { confirmed: true };
}

const codesOf = (inlines: readonly XliffInline[]): string[] =>
  inlines.flatMap((each) => (each.kind === 'code' ? [each.id, ...codesOf(each.inside ?? [])] : []));

/** Puts what each code stands for into its place: that of the brief, whatever the file says. */
const withMarks = (inlines: readonly XliffInline[], marks: ReadonlyMap<string, CodedMark>): Inline[] =>
  inlines.flatMap((each): Inline[] => {
    if (each.kind === 'text') return [each];
    const { id: _, ...mark } = marks.get(each.id) ?? { id: '' };
    if (!('kind' in mark)) return [];
    return [{ ...mark, inside: mark.inside && withMarks(each.inside ?? [], marks) } as Inline];
  });

function codeName(marks: ReadonlyMap<string, CodedMark>, id: string): string {
  const mark = marks.get(id);
  return `code ${id} (${inOneLine(mark?.open ?? '')})`;
}
