import type { Rule } from './rule.ts';

export const figureUnknown: Rule = {
  id: 'figure-unknown',
  severity: 'error',
  holds: 'Every `<Reference>` names a chart or a table of the same brief.',
  why: 'A reference becomes “Figure 2” or “Table 1” in the language of the reader, and leads there. `to` is the `id` of a `<Chart>` or `<DataTable>` in this text; for a chart that stands elsewhere, write a link.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Reference to="shares" />',
    put: '<Reference to="share" />',
    says: 'There is no chart or table called “share”.',
  },
};
