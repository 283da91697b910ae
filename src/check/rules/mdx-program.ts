import type { Rule } from './rule.ts';

export const mdxProgram: Rule = {
  id: 'mdx-program',
  severity: 'error',
  holds: 'A text runs no program.',
  why: 'Texts come from many hands. Since none can run code, a text from a stranger can be checked and built without harm. Write the text itself, `<Stat>` for a number from the data, and `\\{` for a brace.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: 'These numbers are made up.',
    put: 'These {1 + 1} numbers are made up.',
    says: 'Text between { and } would be computed, and a brief computes nothing.',
  },
};
