import type { Rule } from './rule.ts';

export const termUnknown: Rule = {
  id: 'term-unknown',
  severity: 'error',
  holds: 'Every `<Term>` names a term of the glossary.',
  why: 'The definition of a term is listed at the end of the brief. Add the term to `glossary.yaml` and its definition to the words beside it, or correct the id. Only the text between the tags is translated, not the id.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Term id="share">',
    put: '<Term id="shares">',
    says: 'There is no term “shares”.',
  },
};
