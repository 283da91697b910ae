import type { Rule } from './rule.ts';

export const translationStructure: Rule = {
  id: 'translation-structure',
  severity: 'warning',
  holds: 'A translation has the headings, charts and tables of its source, in the same order.',
  why: 'Sections and figures are counted in the order of the text, so that a link to a section, or to “Figure 2”, leads to the same place in every language. A heading that is missing or of another level moves all that follow. Bring the translation into the order of the source.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: '### ຫົວຂໍ້ນ້ອຍ',
    put: '## ຫົວຂໍ້ນ້ອຍ',
    says: 'This heading is of level 2, and of level 3 in content/briefs/everything/en.mdx.',
  },
};
