import type { Brief, Piece } from '../briefs/index.ts';
import { measures, type Release } from '../datasets/index.ts';
import { inLatinDigits, type Language, type WrittenNumber } from '../i18n/index.ts';
import { numbersOf, type Passage, passagesOf, type Text, wordsOf } from './texts.ts';
import { type Known, valuesWritten } from './values.ts';

/** A number that was typed into a text, and the value of a release that it is. */
export interface HandWritten {
  piece: Piece;
  number: WrittenNumber;
  release: Release;
  known: Known;
}

/**
 * The numbers of a text, written by hand, that stand in a release that the
 * brief pins, or in one that `releases` names besides. A whole number says too
 * little: only decimals and percentages count, and only for a year that the
 * passage names, where the data have years.
 */
export const handWritten = (
  { brief, translation }: Text,
  releases: readonly Release[] = [...brief.releases.values()],
): Generator<HandWritten> => foundIn(passagesOf(translation), translation.language, releases);

/** The numbers of some passages in a language that stand in one of the releases, likewise. */
export function* foundIn(
  passages: readonly Passage[],
  language: Language,
  releases: readonly Release[],
): Generator<HandWritten> {
  if (releases.length === 0) return;
  for (const passage of passages) {
    let named: ReadonlySet<string> | undefined;
    const isNamed = (year: string): boolean => {
      named ??= new Set(inLatinDigits(wordsOf(passage)).match(/\b(?:19|20)\d\d\b/g) ?? []);
      return named.has(year);
    };
    for (const piece of passage.pieces) {
      for (const number of numbersOf(piece, language)) {
        const found = number.readings
          .filter((reading) => reading.includes('.') || number.percent)
          .flatMap((reading) =>
            releases.flatMap((release) => findValue(release, reading, number, isNamed) ?? []),
          )[0];
        if (found) yield { piece, number, ...found };
      }
    }
  }
}

function findValue(
  release: Release,
  reading: string,
  { percent }: WrittenNumber,
  isNamed: (year: string) => boolean,
): { release: Release; known: Known } | undefined {
  const time = release.fields.find(({ kind }) => kind === 'year')?.name;
  const known = valuesWritten(release, reading).find(({ row, field }) => {
    const unit = measures(release).find(({ name }) => name === field)?.unit;
    // A round figure is nearly always something else: a threshold, an estimate.
    if (!reading.includes('.') && row[field] !== Number(reading)) return false;
    if (percent && unit !== 'percent') return false;
    return time === undefined || isNamed(String(row[time]));
  });
  return known && { release, known };
}

/** The releases of the brief's data that are not those that it pins. */
export const otherReleases = (
  { releases }: Brief,
  datasets: ReadonlyMap<string, { releases: ReadonlyMap<string, Release> }>,
): Release[] =>
  [...releases].flatMap(([id, pinned]) =>
    [...(datasets.get(id)?.releases.values() ?? [])].filter((release) => release !== pinned),
  );
