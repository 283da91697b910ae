import { foundAt, pairs, translationsOf, wordsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const translationTerm: Rule = {
  id: 'translation-term',
  severity: 'info',
  holds: 'A term of the glossary is translated as the glossary says.',
  why: 'Readers who look up a term, and those who compare two briefs, need the same words for the same thing. Where a `<Term>` marks a term in the source, the translation of the passage should hold the words of the glossary; where they do not fit, the glossary may be wrong: change it for all.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: '<Term id="share">ສັດສ່ວນ</Term>',
    put: '<Term id="share">ອັດຕາ</Term>',
    says: 'The term “ສັດສ່ວນ” of the glossary (share) does not stand in this passage.',
  },
  *check(site) {
    for (const text of translationsOf(site)) {
      const { language } = text.translation;
      const glossary = site.glossary.words.get(language);
      if (!glossary) continue;
      for (const [from, own] of pairs(text)) {
        for (const piece of from.pieces) {
          if (piece.kind !== 'component' || piece.name !== 'Term') continue;
          const words = bare(wordsOf(own));
          const id = piece.attributes.get('id') ?? '';
          const term = glossary[id]?.term;
          if (term === undefined || mostOf(bare(term), words)) continue;
          yield foundAt(
            text.translation,
            own,
            `The term “${term}” of the glossary (${id}) does not stand in this passage.`,
            `Write it as content/glossary/${language}.yaml has it, or change it there.`,
          );
        }
      }
    }
  },
};

/** Without what may differ: capitals, spaces, and an abbreviation in brackets. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s+/g, ' ');

/** Whether a text holds a term, or the most of it: words are inflected, and put together otherwise. */
function mostOf(term: string, text: string): boolean {
  const least = Math.ceil(term.length * 0.6);
  for (let start = 0; start + least <= term.length; start += 1)
    if (text.includes(term.slice(start, start + least))) return true;
  return false;
}
