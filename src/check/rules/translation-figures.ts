import type { Block } from '../../briefs/index.ts';
import { type Language, numbersIn, type WrittenNumber } from '../../i18n/index.ts';
import { foundAt, pairs, translationsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const translationFigures: Rule = {
  id: 'translation-figures',
  severity: 'warning',
  holds: 'Each number of the source stands in the translation, and no other.',
  why: 'A wrong digit in one language is the mistake that is hardest to see, and the one that matters most. Numbers are compared passage by passage, whatever their format and their digits: 1.6 %, 1,6 %, ໑,໖ and ១.៦ are the same. A month may be a name in one language and a number in another.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: 'ໃນປີ 2021',
    put: 'ໃນປີ 2012',
    says: 'Where the source has 2021, the translation has 2012.',
  },
  *check(site) {
    for (const text of translationsOf(site)) {
      const { source } = text.brief;
      for (const [from, own] of pairs(text)) {
        const theirs = writtenIn(from, source.language);
        const ours = writtenIn(own, text.translation.language);
        const lost = without(theirs, ours);
        const added = without(ours, theirs);
        // A month may be a name on one side and a number on the other; both changed is a mistake.
        if ([...lost, ...added].every(isMonth) && (lost.length === 0 || added.length === 0)) continue;
        const shown = (list: readonly WrittenNumber[]) => list.map((each) => each.text).join(', ');
        yield foundAt(
          text.translation,
          own,
          added.length === 0
            ? `The source has ${shown(lost)} here, and the translation does not.`
            : lost.length === 0
              ? `The translation has ${shown(added)} here, and the source does not.`
              : `Where the source has ${shown(lost)}, the translation has ${shown(added)}.`,
          `Compare with line ${from.at.line} of ${source.file}.`,
        );
      }
    }
  },
};

const isMonth = ({ readings }: WrittenNumber): boolean =>
  readings.every((each) => /^(?:[1-9]|1[0-2])$/.test(each));

const writtenIn = ({ pieces }: Block, language: Language): WrittenNumber[] =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? numbersIn(piece.text, language) : []));

/** The numbers of one list that the other does not have; how often each stands there is a matter of style. */
const without = (list: readonly WrittenNumber[], other: readonly WrittenNumber[]): WrittenNumber[] =>
  list.filter(
    ({ readings }) => !other.some((each) => each.readings.some((reading) => readings.includes(reading))),
  );
