import type { Rule } from './rule.ts';

export const messageSyntax: Rule = {
  id: 'message-syntax',
  severity: 'error',
  holds: 'The messages of the interface are well formed, and fill in only what there is.',
  why: 'What stands in braces is filled in when a page is made: `{minutes}` becomes a number. The names in braces must not be translated, and each brace that opens must close. Words within the branches of a plural are translated, the names of the branches (`one`, `other`) are not.',
  example: {
    file: 'content/messages/lo.yaml',
    find: 'readingTime: "{minutes,',
    put: 'readingTime: "{minute,',
    says: '“brief.readingTime” fills in {minute}, which does not exist.',
  },
};
