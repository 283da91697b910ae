import type { Rule } from './rule.ts';

export const json: Rule = {
  id: 'json',
  severity: 'error',
  holds: 'JSON files are well formed.',
  why: 'Charts and releases are JSON, which forgives nothing: each name and text stands in straight double quotation marks, a comma stands between entries and none after the last, and there are no comments. The place that is shown is where reading stopped; the slip is there or just before.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"mark": "bar",',
    put: '"mark": "bar"',
    says: 'This is not valid JSON: a comma is missing.',
  },
};
