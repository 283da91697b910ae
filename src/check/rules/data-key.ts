import type { Rule } from './rule.ts';

export const dataKey: Rule = {
  id: 'data-key',
  severity: 'error',
  holds: 'No two rows of a release are about the same thing.',
  why: 'The fields of `primaryKey`, such as the place and the year, tell rows apart. If two share them, a chart draws both and a sentence cannot tell which number is meant. Remove the row that is wrong, or add the field in which they differ to `primaryKey`.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"year": 2011, "value": 46.0',
    put: '"year": 2010, "value": 46.0',
    says: 'Rows 1 and 2 share the key place LAO, year 2010.',
  },
};
