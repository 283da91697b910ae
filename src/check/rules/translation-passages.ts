import { foundAt, hasWords, translationsOf, unpaired } from '../texts.ts';
import type { Rule } from './rule.ts';

export const translationPassages: Rule = {
  id: 'translation-passages',
  severity: 'warning',
  holds: 'Every passage of the source has its counterpart in the translation.',
  why: 'A paragraph that was lost in a translation is missed by nobody who reads only that language. Passages are headings, paragraphs, items of lists and cells of tables; a translation has the same in the same order, however long they are.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: 'ຕົວເລກເຫຼົ່ານີ້ແມ່ນສົມມຸດ. <Cite id="second" />',
    put: '',
    says: '8 passages of content/briefs/everything/en.mdx have no counterpart in this translation (there in lines 23, 24, 26, 28, 46, 56).',
  },
  *check(site) {
    for (const text of translationsOf(site)) {
      const { translation, brief } = text;
      const missing = unpaired(text).filter(({ block }) => hasWords(block));
      const [first] = missing;
      if (!first) continue;
      const lines = [...new Set(missing.map(({ block }) => block.at.line))];
      yield foundAt(
        translation,
        first.after ?? { at: { line: 1, column: 1 } },
        `${missing.length === 1 ? 'A passage' : `${missing.length} passages`} of ${brief.source.file} ${missing.length === 1 ? 'has' : 'have'} no counterpart in this translation (there in ${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', …' : ''}).`,
        'Translate what is missing, as passages of their own in the same order.',
      );
    }
  },
};
