import type { Rule } from './rule.ts';

export const fileMissing: Rule = {
  id: 'file-missing',
  severity: 'error',
  holds: 'Every file that a site, a brief, a chart or a data set cannot do without is there.',
  why: 'Each of them is a folder with a file of facts, and a file of words in the source language, which readers of other languages see until theirs is translated. Make the file that is named, as docs/content.md shows it, or take the whole folder away.',
  example: {
    file: 'content/charts/bars/en.yaml',
    says: 'This file is missing: the words of content/charts/bars in the source language.',
  },
};
