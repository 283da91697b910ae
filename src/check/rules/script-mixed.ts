import { positionAt } from '../../source/index.ts';
import type { Rule } from './rule.ts';

/** Letters of other alphabets that look like Latin ones (Unicode Technical Standard #39, confusables). */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'АA',
    'ВB',
    'ЕE',
    'КK',
    'МM',
    'НH',
    'ОO',
    'РP',
    'СC',
    'ТT',
    'ХX',
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
  ]
    .concat(['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΧX', 'οo', 'νv'])
    .map((pair) => [...pair] as [string, string]),
);

export const scriptMixed: Rule = {
  id: 'script-mixed',
  severity: 'warning',
  holds: 'No word mixes letters of alphabets that look alike.',
  why: 'A Cyrillic or Greek letter in a Latin word looks right, is not found by a search, and is spelt out by a screen reader. Such letters come from copied text and from keyboards that were left in another language.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '**bold** words',
    put: '**bold** w\u043erds',
    says: '“w\u043erds” has a Cyrillic “\u043e” among Latin letters.',
  },
  *check(_, { texts }) {
    for (const { path, text } of texts.values()) {
      if (path.startsWith('data/') || !other.test(text)) continue;
      for (const { 0: word, index } of text.matchAll(
        /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu,
      )) {
        if (!/\p{Script=Latin}/u.test(word)) continue;
        const letter = other.exec(word)?.[0];
        if (letter === undefined) continue;
        yield {
          file: path,
          ...positionAt(text, index),
          message: `“${word}” has a ${/\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic'} “${letter}” among Latin letters.`,
          hint: `Type the word anew: “${[...word].map((each) => alike[each] ?? each).join('')}”.`,
        };
      }
    }
  },
};

const other = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
