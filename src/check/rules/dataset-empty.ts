import type { Rule } from './rule.ts';

export const datasetEmpty: Rule = {
  id: 'dataset-empty',
  severity: 'warning',
  holds: 'Every data set has a release.',
  why: 'A data set without numbers has nothing to show, so it gets no page, and neither charts nor texts can use it. Bring in its numbers with `npm run data -- import`, or take its folder away.',
  example: {
    file: 'content/datasets/other/dataset.yaml',
    put: 'update: once\n',
    says: '“other” has no release that can be read, so readers do not see it.',
  },
};
