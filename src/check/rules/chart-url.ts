import type { Rule } from './rule.ts';

export const chartUrl: Rule = {
  id: 'chart-url',
  severity: 'error',
  holds: 'A chart reaches for no address: it reads no files, and shows no links and no images.',
  why: 'Pages ask no other host, and what stands at an address can change after a brief is printed. Name a data set instead; put links and images into the text.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"name": "people"',
    put: '"url": "https://example.org/people.csv"',
    says: 'A chart cannot read data from an address or a file.',
  },
};
