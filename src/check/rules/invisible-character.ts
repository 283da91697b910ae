import { positionAt } from '../../source/index.ts';
import type { Rule } from './rule.ts';

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
};

/** Scripts whose writers part words, or join letters, with characters that are not seen. */
const usual: Readonly<Record<string, RegExp>> = {
  '\u200b': /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}]/u,
  '\u200c': /[\p{Script=Arabic}\p{Script=Khmer}\p{Script=Devanagari}]/u,
  '\u200d': /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Sinhala}]/u,
};

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  severity: 'warning',
  holds: 'Texts hold no characters that cannot be seen.',
  why: 'Characters without width, and those that turn the direction of writing, come in with text that is copied from web pages and Word files. They break words for search and for screen readers, and can make a text look other than it is. A zero-width space is right between words in Khmer or Lao.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '**bold** words',
    put: '**bold** wo\u200brds',
    says: 'Between “wo” and “rds.” stands a zero-width space, which cannot be seen.',
  },
  *check(_, { texts }) {
    for (const { path, text } of texts.values()) {
      if (path.startsWith('data/') || !unseen.test(text)) continue;
      for (const { 0: character, index } of text.matchAll(new RegExp(unseen, 'gu'))) {
        const before = text.slice(Math.max(0, index - 8), index).match(/\S*$/)?.[0] ?? '';
        const after = text.slice(index + 1, index + 9).match(/^\S*/)?.[0] ?? '';
        if (usual[character]?.test(before.slice(-1) + after.slice(0, 1))) continue;
        yield {
          file: path,
          ...positionAt(text, index),
          message: `Between “${before}” and “${after}” stands ${names[character] ?? 'a character that turns the direction of writing'}, which cannot be seen.`,
          hint: 'Delete both words and type them anew.',
        };
      }
    }
  },
};

/** Zero-width characters, and the controls of the bidirectional algorithm (UAX #9). */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
