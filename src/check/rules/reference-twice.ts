import type { Rule } from './rule.ts';

export const referenceTwice: Rule = {
  id: 'reference-twice',
  severity: 'error',
  holds: 'Each reference of a brief has an id of its own.',
  why: '`<Cite>` names a reference by its id. If two have the same, nobody can tell which of them a sentence rests on. Give one another id, and look through the text for the places that cite it.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: '{ id: second, title: A page',
    put: '{ id: first, title: A page',
    says: 'Two references are called “first”.',
  },
};
