import type { Rule } from './rule.ts';

export const textSize: Rule = {
  id: 'text-size',
  severity: 'error',
  holds: 'A text is of a size that can be read, by people and by programs.',
  why: 'Quotations in quotations in quotations, a passage of thousands of lines or of thousands of signs such as `*` and `[` take very long to read, or for ever. No brief needs them; a table of that length is better a data set.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '**bold** words',
    put: `bold words\n\n${'> '.repeat(40)}deep`,
    says: 'Quotations, lists or components stand within each other more than 20 times.',
  },
};
