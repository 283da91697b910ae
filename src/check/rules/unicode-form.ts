import { positionAt } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const unicodeForm: Rule = {
  id: 'unicode-form',
  severity: 'warning',
  holds: 'Texts are in the composed form of Unicode (NFC).',
  why: 'A letter with its marks can be written as one character or as several, which look the same and are different to a search. Vietnamese text that was copied out of a PDF often comes in pieces. Type the word anew, or let a text editor “normalise to NFC”.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: 'a link to',
    put: 'a cafe\u0301 and a link to',
    says: '“cafe\u0301” is written in pieces (a letter and its marks apart).',
  },
  *check(_, { texts }) {
    for (const { path, text } of texts.values()) {
      if (path.startsWith('data/') || text.normalize('NFC') === text) continue;
      // The first word of each file; whoever normalises one normalises all.
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        if (word.normalize('NFC') === word) continue;
        yield {
          file: path,
          ...positionAt(text, index),
          message: `“${word}” is written in pieces (a letter and its marks apart).`,
          hint: `Write “${word.normalize('NFC')}”, and look at the rest of the file: it may hold more.`,
        };
        break;
      }
    }
  },
};
