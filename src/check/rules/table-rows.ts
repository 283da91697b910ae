import type { Rule } from './rule.ts';

export const tableRows: Rule = {
  id: 'table-rows',
  severity: 'error',
  holds: 'Every row of a table has as many cells as its head.',
  why: 'A cell too many is not shown, and one too few is shown empty: a `|` is missing or doubled. Write `\\|` for a bar within a cell.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '| a | 1 |',
    put: '| a | 1 | 2 |',
    says: 'This row has 3 cells, and the head of the table 2.',
  },
};
