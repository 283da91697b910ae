import type { Rule } from './rule.ts';

export const datasetUnknown: Rule = {
  id: 'dataset-unknown',
  severity: 'error',
  holds: 'Every data set that is named has its folder in `content/datasets/`.',
  why: 'Numbers are shown with their source, and what is known of the source stands in that folder. Correct the name in the brief or of the folder in `data/`, or describe the new data set: `dataset.yaml`, and its words in the source language.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Stat data="share" place="LAO"',
    put: '<Stat data="shares" place="LAO"',
    says: 'There is no data set “shares”.',
  },
};
