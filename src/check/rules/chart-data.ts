import type { Rule } from './rule.ts';

export const chartData: Rule = {
  id: 'chart-data',
  severity: 'error',
  holds: 'Every view of a chart draws from a data set of the site, named as `"data": {"name": "…"}`.',
  why: 'Each number in a chart must lead to a release that readers can check, so a chart has no rows of its own. The name is that of the folder in `content/datasets/`; which release is drawn, the brief says. Bring in numbers of your own as a data set.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"name": "people"',
    put: '"name": "poeple"',
    says: 'There is no data set “poeple”.',
  },
};
