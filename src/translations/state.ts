import type { Brief, SourceRecord, Translation } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import { align, type Pair } from './align.ts';
import { type Passage, passagesOf } from './passages.ts';

/** A passage of the source, and what a translation has of it. */
export interface PassageState {
  source: Passage;
  /** The translation's passage in its place, as far as that can be told. */
  own: Passage | undefined;
  /** `moved`: its words are the same at another place; that alone makes no translation stale. */
  state: 'current' | 'moved' | 'changed' | 'new';
  /** The digest of the source passage that the translation was made from, where it was another. */
  from: string | undefined;
}

/** How far a translation is from its source. */
export interface TranslationState {
  /** Nothing where the brief is not written in the language. */
  translation: Translation | undefined;
  /** Every passage of the source. Without a record all that are there count as current. */
  passages: readonly PassageState[];
  /** What changed in the source or is new there since. */
  stale: readonly PassageState[];
  /** The translation's passages of which the source has nothing more. */
  gone: readonly { own: Passage | undefined }[];
  /** How many passages the translation is behind. */
  behind: number;
}

export function translationState(brief: Brief, language: Language): TranslationState {
  const translation = brief.translations.get(language);
  const source = passagesOf(brief.source);
  const own = translation ? passagesOf(translation) : [];
  const { record } = translation ?? {};
  const texts = source.filter(({ block }) => !block);
  const blocks = source.filter(({ block }) => block);
  const body = bodyState(
    blocks,
    own.filter(({ block }) => block),
    record,
  );
  const passages = [...texts.map((each) => textState(each, own, record)), ...body.passages].map(
    // What was never translated is new, whatever was recorded.
    (each): PassageState => (translation ? each : { ...each, state: 'new', from: undefined }),
  );
  const stale = passages.filter(({ state }) => state === 'changed' || state === 'new');
  const { gone } = body;
  return { translation, passages, stale, gone, behind: stale.length + gone.length };
}

function textState(source: Passage, own: readonly Passage[], record: SourceRecord | undefined): PassageState {
  const from = record?.matter[source.id];
  const state = !record || from === source.digest ? 'current' : from === undefined ? 'new' : 'changed';
  return {
    source,
    own: own.find(({ id }) => id === source.id),
    state,
    from: state === 'changed' ? from : undefined,
  };
}

function bodyState(
  source: readonly Passage[],
  own: readonly Passage[],
  record: SourceRecord | undefined,
): { passages: PassageState[]; gone: { own: Passage | undefined }[] } {
  const pairs = pairsOf(source, record);
  const recordedDigest = (place: number) => record?.text[place] ?? source[place]?.digest;
  // A translation has the passages of the source that it was made from; or already those of today.
  const asRecorded = record ? own.length === record.text.length : sameShape(own, source);
  const asToday = !asRecorded && sameShape(own, source);
  const ownAt = (recorded: number | undefined, today: number | undefined): Passage | undefined =>
    own[(asRecorded ? recorded : asToday ? today : undefined) ?? -1];
  const lost = pairs.flatMap(({ recorded, today }) =>
    today === undefined && recorded !== undefined ? [recorded] : [],
  );
  const passages = pairs.flatMap(({ recorded, today }): PassageState[] => {
    const passage = source[today ?? -1];
    if (!passage) return [];
    const elsewhere =
      recorded === undefined ? lost.findIndex((place) => recordedDigest(place) === passage.digest) : -1;
    const before = elsewhere < 0 ? recorded : lost.splice(elsewhere, 1)[0];
    const shared = { source: passage, own: ownAt(before, today) };
    if (before === undefined) return [{ ...shared, state: 'new', from: undefined }];
    const from = recordedDigest(before);
    if (from !== passage.digest) return [{ ...shared, state: 'changed', from }];
    return [{ ...shared, state: recorded === undefined ? 'moved' : 'current', from: undefined }];
  });
  return { passages, gone: lost.map((place) => ({ own: ownAt(place, undefined) })) };
}

/** Recorded and present passages of the body; without a record, each present one is its own. */
export const pairsOf = (source: readonly Passage[], record: SourceRecord | undefined): Pair[] => {
  const today = source.map(({ digest }) => digest);
  return align(record?.text ?? today, today);
};

/** True where passages are of the same kinds, in the same order and surroundings. */
const sameShape = (own: readonly Passage[], source: readonly Passage[]): boolean =>
  shapeOf(own) === shapeOf(source);

const shapeOf = (passages: readonly Passage[]): string =>
  passages.map(({ block }) => [block?.kind, ...(block?.inside ?? [])].join(' ')).join('\n');
