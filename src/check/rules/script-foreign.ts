import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

/** Scripts that are mistaken for one another, or left over from a translation, by their codes (ISO 15924). */
const scripts = {
  Arab: 'Arabic',
  Cyrl: 'Cyrillic',
  Deva: 'Devanagari',
  Hani: 'Han',
  Khmr: 'Khmer',
  Laoo: 'Lao',
  Mymr: 'Myanmar',
  Thai: 'Thai',
};
const letters = Object.entries(scripts).map(([code, script]) => ({
  code,
  script,
  pattern: new RegExp(`\\p{Script=${script}}+`, 'u'),
}));
/** Scripts that Han letters are a part of. */
const withHan = ['Hans', 'Hant', 'Jpan', 'Kore'];

export const scriptForeign: Rule = {
  id: 'script-foreign',
  severity: 'warning',
  holds: 'A text is written in the script of its language.',
  why: 'Thai letters in a Lao text look almost right and are read as nonsense by a screen reader; words in another script are often left over from another translation. Latin letters are let pass, since names and abbreviations are written in them everywhere.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    put: '\nปี\n',
    says: 'The passage has letters of the Thai script: “ปี”.',
  },
  *check(site) {
    for (const { translation } of textsOf(site)) {
      const own = new Intl.Locale(translation.language).maximize().script ?? 'Latn';
      for (const block of translation.document.blocks)
        for (const piece of block.pieces) {
          if (
            piece.kind !== 'text' ||
            !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(piece.text)
          )
            continue;
          for (const { code, script, pattern } of letters) {
            if (code === own || (code === 'Hani' && withHan.includes(own))) continue;
            const found = pattern.exec(piece.text)?.[0];
            if (found !== undefined)
              yield foundAt(
                translation,
                piece,
                `The passage has letters of the ${script} script: “${found}”.`,
                'Write it in the script of the text.',
              );
          }
        }
    }
  },
};
