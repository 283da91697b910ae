import type { Rule } from './rule.ts';

export const wordsUnknown: Rule = {
  id: 'words-unknown',
  severity: 'error',
  holds: 'All words, and the settings of fields, belong to something that there is.',
  why: 'Words under a key that nothing uses are never shown. Nearly always the key is misspelt, or what it named has another name by now. Write the key exactly as the file of facts has it, and translate only what stands after the colon.',
  example: {
    file: 'content/site/lo.yaml',
    find: 'topics: { money: ການເງິນ }',
    put: 'topics: { mony: ການເງິນ }',
    says: '“mony” is none of the topics of site.yaml.',
  },
};
