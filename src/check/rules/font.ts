import { outsideFonts } from '../../fonts/index.ts';
import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const font: Rule = {
  id: 'font',
  severity: 'error',
  holds: 'Every character of the site is in one of its fonts.',
  why: 'A character without a font shows as an empty box, on a phone and in print. The fonts hold Latin, Cyrillic, Greek, Lao, Khmer, Thai, Arabic and Myanmar letters and common signs, but no emoji. Write it in words.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '- [x] done',
    put: '- [x] done ✅',
    says: 'No font of the site has “✅” (U+2705).',
  },
  *check(_, { texts }) {
    for (const file of texts.values()) {
      if (!file.path.startsWith('content/')) continue;
      const [first, ...others] = outsideFonts(file.text);
      if (first === undefined) continue;
      yield {
        file: file.path,
        ...placeOfText(file, first),
        message: `No font of the site has ${[first, ...others].slice(0, 8).map(named).join(', ')}.`,
        hint: 'Write it otherwise, or leave it out.',
      };
    }
  },
};

const named = (character: string): string =>
  `“${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
