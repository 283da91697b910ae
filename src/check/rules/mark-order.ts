import { positionAt } from '../../source/index.ts';
import type { Rule } from './rule.ts';

/** What looks right and is not: the pattern, and what it should be. */
const orders: readonly { script: string; wrong: RegExp; right: (found: string) => string }[] = [
  // Lao: vowels above or below come before the tone mark; ແ and ຳ are letters of their own (Unicode 17, 16.2).
  {
    script: 'Lao',
    wrong: /([\u0ec8-\u0ecb])([\u0eb1\u0eb4-\u0eb9\u0ebb\u0ebc]+)/gu,
    right: (found) => found.slice(1) + found.slice(0, 1),
  },
  { script: 'Lao', wrong: /\u0ec0\u0ec0/gu, right: () => '\u0ec1' },
  {
    script: 'Lao',
    wrong: /\u0ecd([\u0ec8-\u0ecb]?)\u0eb2/gu,
    right: (found) => `${found.slice(1, -1)}\u0eb3`,
  },
  // Khmer: what stands below (coeng and its letter) and the register shifters come before vowels (Unicode 17, 16.4).
  {
    script: 'Khmer',
    wrong: /([\u17b6-\u17c5]+)((?:\u17d2[\u1780-\u17a2]|[\u17c9\u17ca])+)/gu,
    right: (found) => {
      const [, vowels = '', others = ''] = /^([\u17b6-\u17c5]+)(.*)$/u.exec(found) ?? [];
      return others + vowels;
    },
  },
  { script: 'Khmer', wrong: /\u17c1\u17b6/gu, right: () => '\u17c4' },
  { script: 'Khmer', wrong: /\u17c1\u17b8/gu, right: () => '\u17be' },
];

export const markOrder: Rule = {
  id: 'mark-order',
  severity: 'warning',
  holds: 'Vowel signs and tone marks of Lao and Khmer stand in the order of Unicode.',
  why: 'The marks of a letter can be typed in several orders that look alike. Only one of them is found by a search, and read right by a screen reader. Type the word anew, letter first, then what stands below, then the vowel, then the tone.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    put: '\nທ\u0ec9\u0eb5\n',
    says: 'In “ທ\u0ec9\u0eb5” the marks stand in an order that a search does not find.',
  },
  *check(_, { texts }) {
    for (const { path, text } of texts.values()) {
      if (path.startsWith('data/') || !/[\u0e80-\u0eff\u1780-\u17ff]/.test(text)) continue;
      for (const { wrong, right } of orders)
        for (const { 0: found, index } of text.matchAll(wrong)) {
          const before = text.slice(Math.max(0, index - 12), index).match(/[\p{L}\p{M}]*$/u)?.[0] ?? '';
          const after = text.slice(index + found.length, index + 12).match(/^[\p{L}\p{M}]*/u)?.[0] ?? '';
          yield {
            file: path,
            ...positionAt(text, index - before.length),
            message: `In “${before}${found}${after}” the marks stand in an order that a search does not find.`,
            hint: `Write “${before}${right(found)}${after}”.`,
          };
        }
    }
  },
};
