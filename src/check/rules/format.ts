import type { Rule } from './rule.ts';

export const format: Rule = {
  id: 'format',
  severity: 'error',
  holds: 'The content is in the format that this version of the program reads.',
  why: 'A later version may want the same facts in another form. `format` in `site.yaml` says which form the files have, so that neither misreads them. Content of an earlier format gets a warning, and `npm run migrate` brings it up; for content of a later one, bring the program up to date.',
  example: {
    file: 'content/site/site.yaml',
    find: 'format: 2',
    put: 'format: 99',
    says: 'The content is in format 99, and this version of the program reads format 2.',
  },
};
