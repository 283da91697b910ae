import { foundAt, hasWords, pairs, translationsOf, wordsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const translationUntranslated: Rule = {
  id: 'translation-untranslated',
  severity: 'warning',
  holds: 'No passage of a translation is left in the language of the source.',
  why: 'A passage that was forgotten is read out by a screen reader in the wrong language, and shows readers that nobody looked at the page. Names and titles that stay as they are may do so: passages of fewer than four words are let pass.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: 'ຕົວເລກເຫຼົ່ານີ້ແມ່ນສົມມຸດ.',
    put: 'These numbers are made up.',
    says: 'This passage is still in the language of content/briefs/everything/en.mdx.',
  },
  *check(site) {
    for (const text of translationsOf(site))
      for (const [from, own] of pairs(text)) {
        const words = wordsOf(own).trim();
        if (words !== wordsOf(from).trim() || !hasWords(own) || words.split(/\s+/).length < 4) continue;
        yield foundAt(
          text.translation,
          own,
          `This passage is still in the language of ${text.brief.source.file}.`,
          'Translate it.',
        );
      }
  },
};
