import type { Language } from './language.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The text cut where a line may break, spaces kept at the end of each piece:
 * at spaces, and between words in scripts that are written without them.
 */
export function breakable(text: string, language: Language): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of words(text, language)) {
    const last = pieces.length - 1;
    const previous = pieces[last];
    const opensWord = isWordLike === true || /^[\p{Ps}\p{Pi}]/u.test(segment);
    const mayBreak =
      previous !== undefined &&
      opensWord &&
      !/[\p{Ps}\p{Pi}]$/u.test(previous) &&
      (/\s$/u.test(previous) || unspaced.test(segment + previous));
    if (previous === undefined || mayBreak) pieces.push(segment);
    else pieces[last] = previous + segment;
  }
  return pieces;
}

/** Number of words, also in Lao and Khmer, which do not write spaces between them. */
export const countWords = (text: string, language: Language): number =>
  [...words(text, language)].filter(({ isWordLike }) => isWordLike).length;

function words(text: string, language: Language): Intl.Segments {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter.segment(text);
}

const unspaced = /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Thai}\p{Script=Myanmar}]/u;
