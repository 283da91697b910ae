import { diffArrays } from 'diff';
import { breakable, type Language } from '../i18n/index.ts';

/** A part of a text that stayed, came or went. */
export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What changed from one text to another, word by word. */
export const changesOf = (before: string, after: string, language: Language): Change[] =>
  diffArrays(breakable(before, language), breakable(after, language)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
