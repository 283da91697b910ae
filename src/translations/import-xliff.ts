import type { Brief, Inline, SourceRecord } from '../briefs/index.ts';
import { Failure } from '../diagnostics/index.ts';
import type { SourceFile } from '../source/index.ts';
import { composeTranslation } from './compose.ts';
import { passagesOf } from './passages.ts';
import type { Xliff, XliffUnit } from './read-xliff.ts';
import { acceptPassages } from './record.ts';
import { type PassageState, type TranslationState, translationState } from './state.ts';
import { takeUnit } from './take-unit.ts';
import { verify } from './verify.ts';

export interface Imported {
  /** The translation's file and its record, as they are to be written. */
  text: string;
  record: SourceRecord | undefined;
  /** Passages with new words, and those that were confirmed as they are. */
  written: readonly string[];
  confirmed: readonly string[];
  /** Passages of the file that were left out, and why. */
  refused: readonly { id: string; why: string }[];
  /** True where the text had been reviewed and is a draft again. */
  draftAgain: boolean;
}

/**
 * Takes what a translator did in an exchange file into a translation. A
 * passage whose source changed since the export, whose translation was edited
 * meanwhile, or whose codes are not complete is left out and named; the others
 * are taken. Throws a Failure in words where nothing can be.
 */
export function importXliff(
  brief: Brief,
  { to: language, units }: Xliff,
  files: { source: SourceFile; own: SourceFile | undefined },
  { day, reviewer }: { day: string; reviewer: string | undefined },
): Imported {
  const state = translationState(brief, language);
  const refused: { id: string; why: string }[] = [];
  const words = new Map<string, readonly Inline[]>();
  const confirmed: string[] = [];
  for (const unit of units) {
    const passage = passageFor(unit, state);
    const taken = passage
      ? takeUnit(unit, passage, { from: brief.source.language, to: language })
      : { refused: 'the source has changed here since the export' };
    if ('refused' in taken) refused.push({ id: unit.id, why: taken.refused });
    else if (taken.words && passage) words.set(passage.source.id, taken.words);
    else if (taken.confirmed && passage) confirmed.push(passage.source.id);
  }
  const missing = state.passages.filter(({ source, own }) => !own && !words.has(source.id));
  if (missing.some(({ source }) => source.block) || (!state.translation && missing.length > 0))
    throw new Failure(
      [
        `${missing.length} of ${state.passages.length} passages have no translation: ${listed(missing.map(({ source }) => source.id))}. A page in two languages helps nobody, so nothing was imported.`,
        ...refused.map(({ id, why }) => `  ${id}: ${why}`),
        state.translation && missing.some((each) => each.state !== 'new')
          ? `The passages of ${state.translation.file} are not those of ${brief.source.file}: bring them into the same order, and export anew.`
          : 'Translate them in the file, or export it anew where the source has changed.',
      ].join('\n'),
    );
  const done = new Set([...words.keys(), ...confirmed]);
  const left = state.stale.filter(({ source }) => !done.has(source.id));
  if (reviewer !== undefined && left.length + refused.length > 0)
    throw new Failure(
      [
        `A text is reviewed as a whole, and passages are left: ${listed([...left.map(({ source }) => source.id), ...refused.map(({ id }) => id)])}. Nothing was imported.`,
        ...refused.map(({ id, why }) => `  ${id}: ${why}`),
        'Mark them as translated in the file, or import without --reviewer.',
      ].join('\n'),
    );
  const draftAgain =
    reviewer === undefined && words.size > 0 && state.translation?.matter.state === 'reviewed';
  const matter: Record<string, string> = reviewer
    ? { state: 'reviewed', reviewer, reviewed: day }
    : draftAgain
      ? { state: 'draft' }
      : {};
  if (files.own && done.size === 0 && reviewer === undefined)
    return {
      text: files.own.text,
      record: state.translation?.record,
      written: [],
      confirmed: [],
      refused,
      draftAgain,
    };
  const { text, rebuilt } = composeTranslation(brief, state, words, {
    sourceFile: files.source,
    ownFile: files.own,
    matter,
  });
  verify(text, { path: `content/briefs/${brief.slug}/${language}.mdx`, language, state, words });
  const record = recordAfter(brief, state, {
    units,
    done,
    rebuilt,
    isWhole: left.length + refused.length === 0,
    day,
  });
  return { text, record, written: [...words.keys()], confirmed, refused, draftAgain };
}

/** The record once some passages are done; where there was none, only a file of the whole text makes one. */
function recordAfter(
  brief: Brief,
  { translation, passages }: TranslationState,
  {
    units,
    done,
    rebuilt,
    isWhole,
    day,
  }: {
    units: readonly XliffUnit[];
    done: ReadonlySet<string>;
    rebuilt: boolean;
    isWhole: boolean;
    day: string;
  },
): SourceRecord | undefined {
  const record = translation?.record;
  if (done.size === 0 || (!record && !(isWhole && units.length === passages.length))) return record;
  // A body that was made anew has the passages of the source, and no other.
  const text = passages.flatMap(({ source, from }) => (source.block ? (from ?? source.digest) : []));
  return acceptPassages(passagesOf(brief.source), record && rebuilt ? { ...record, text } : record, {
    ids: isWhole ? 'all' : done,
    day,
  });
}

/** The passage that a unit was made from, also where others before it came or went. */
function passageFor(unit: XliffUnit, { passages }: TranslationState): PassageState | undefined {
  const same = passages.filter(({ source }) => source.digest === unit.source);
  return same.find(({ source }) => source.id === unit.id) ?? (same.length === 1 ? same[0] : undefined);
}

const listed = (ids: readonly string[]): string =>
  ids.length > 12 ? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more` : ids.join(', ');
