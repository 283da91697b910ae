import { type Language, numbersIn, type WrittenNumber } from '../../i18n/index.ts';
import type { Site } from '../../site/index.ts';
import { placeOfText } from '../../source/index.ts';
import { foundAt, numbersOf, type Passage, pairs, translationsOf } from '../texts.ts';
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
  *check(site, { texts }) {
    for (const text of translationsOf(site)) {
      const { source } = text.brief;
      for (const [from, own] of pairs(text)) {
        const message = difference(
          writtenIn(from, source.language),
          writtenIn(own, text.translation.language),
        );
        if (message !== undefined)
          yield foundAt(
            text.translation,
            own,
            message,
            `Compare with line ${from.at.line} of ${source.file}.`,
          );
      }
    }
    for (const { folder, words } of worded(site)) {
      const source = words.get(site.sourceLanguage);
      const theirs = source && leaves(source);
      for (const [language, own] of theirs ? words : []) {
        if (own === source) continue;
        for (const [path, text] of leaves(own)) {
          const from = theirs?.get(path);
          const message =
            from === undefined
              ? undefined
              : difference(numbersIn(from, site.sourceLanguage), numbersIn(text, language));
          if (message === undefined) continue;
          const file = `${folder}/${language}.yaml`;
          yield {
            file,
            ...placeOfText(texts.get(file), `${path.split('.').findLast((key) => !/^\d+$/.test(key))}:`),
            message,
            hint: `Compare “${path}” with ${folder}/${site.sourceLanguage}.yaml.`,
          };
        }
      }
    }
  },
};

/** The words of charts, data sets and the glossary, with the folder that they stand in. */
function* worded(site: Site): Generator<{ folder: string; words: ReadonlyMap<Language, object> }> {
  for (const [id, { words }] of site.charts) yield { folder: `content/charts/${id}`, words };
  for (const [id, { words }] of site.datasets) yield { folder: `content/datasets/${id}`, words };
  yield { folder: 'content/glossary', words: site.glossary.words };
}

/** The texts of some words, by the way that leads to them. */
function leaves(words: object, way = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
      const path = way === '' ? key : `${way}.${key}`;
      if (typeof value === 'string') return [[path, value]];
      return value !== null && typeof value === 'object' ? [...leaves(value, path)] : [];
    }),
  );
}

/** How the numbers of a translation differ from those of its source, as a sentence. */
function difference(theirs: readonly WrittenNumber[], ours: readonly WrittenNumber[]): string | undefined {
  const lost = without(theirs, ours);
  const added = without(ours, theirs);
  // A month may be a name on one side and a number on the other; both changed is a mistake.
  if ([...lost, ...added].every(isMonth) && (lost.length === 0 || added.length === 0)) return undefined;
  const shown = (list: readonly WrittenNumber[]) => list.map((each) => each.text).join(', ');
  if (added.length === 0) return `The source has ${shown(lost)} here, and the translation does not.`;
  if (lost.length === 0) return `The translation has ${shown(added)} here, and the source does not.`;
  return `Where the source has ${shown(lost)}, the translation has ${shown(added)}.`;
}

const isMonth = ({ readings }: WrittenNumber): boolean =>
  readings.every((each) => /^(?:[1-9]|1[0-2])$/.test(each));

const writtenIn = ({ pieces }: Passage, language: Language): WrittenNumber[] =>
  pieces.flatMap((piece) => numbersOf(piece, language));

/** The numbers of one list that the other does not have; how often each stands there is a matter of style. */
const without = (list: readonly WrittenNumber[], other: readonly WrittenNumber[]): WrittenNumber[] =>
  list.filter(
    ({ readings }) => !other.some((each) => each.readings.some((reading) => readings.includes(reading))),
  );
