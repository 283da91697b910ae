import type { Rule } from './rule.ts';

export const referenceUnknown: Rule = {
  id: 'reference-unknown',
  severity: 'error',
  holds: 'Every `<Cite>` names a reference of `brief.yaml`.',
  why: 'A citation becomes a number that leads to the list of references. Add the source under `references` in `brief.yaml`, or correct the id. Ids are the same in all languages and are not translated.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Cite id="second" />',
    put: '<Cite id="third" />',
    says: 'There is no reference “third”.',
  },
};
