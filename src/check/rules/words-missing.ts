import type { Rule } from './rule.ts';

export const wordsMissing: Rule = {
  id: 'words-missing',
  severity: 'error',
  holds: 'Whatever readers are shown by name has its words in the source language.',
  why: 'Topics, terms, regions, categories, fields and the ids in `brief.yaml` are codes, and readers never see codes. Other languages may lack words, since readers then see the source language; there everything must be named. Add the words in the file that is named, under the key that the hint gives.',
  example: {
    file: 'content/site/en.yaml',
    find: 'topics: { money: Money }',
    put: 'topics: {}',
    says: 'The words of “money” are missing (topics of site.yaml).',
  },
};
