import type { Rule } from './rule.ts';

export const seriesUnknown: Rule = {
  id: 'series-unknown',
  severity: 'error',
  holds: 'The series of a brief is listed in `site.yaml`.',
  why: 'Each series has a page with its briefs, and its name in every language. Choose one of the list, or add a new one under `series` in `site.yaml`, with its name in the words of the site.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'topics: [money]',
    put: 'topics: [money]\nseries: coins',
    says: '“coins” is no series of site.yaml.',
  },
};
