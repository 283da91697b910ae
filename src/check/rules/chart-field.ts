import type { Rule } from './rule.ts';

export const chartField: Rule = {
  id: 'chart-field',
  severity: 'error',
  holds: 'Every field that a chart uses is in its data, or is made there by a transform.',
  why: 'A field that is misspelt draws an empty chart, without any other sign. Write fields as the release has them; capital and small letters are different ones. What a transform makes can be used only after it.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"field": "group"',
    put: '"field": "groups"',
    says: 'There is no field “groups” here.',
  },
};
