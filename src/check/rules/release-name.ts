import type { Rule } from './rule.ts';

export const releaseName: Rule = {
  id: 'release-name',
  severity: 'error',
  holds: 'A release says the data set and the version that its folder and its file are called by.',
  why: 'People who download the file know it only by what stands in it. Correct `name` and `version` before the release is published; after that, neither can change.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"name": "share"',
    put: '"name": "shares"',
    says: 'The release says that it is of “shares”.',
  },
};
