import type { Rule } from './rule.ts';

export const chartUnknown: Rule = {
  id: 'chart-unknown',
  severity: 'error',
  holds: 'Every `<Chart>` names a chart of the site.',
  why: 'The id of a chart is the name of its folder in `content/charts/`. A translation has the same ids as its source.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Chart id="bars" />',
    put: '<Chart id="bar" />',
    says: 'There is no chart “bar”.',
  },
};
