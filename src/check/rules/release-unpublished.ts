import type { Rule } from './rule.ts';

export const releaseUnpublished: Rule = {
  id: 'release-unpublished',
  severity: 'error',
  holds: 'Every release in `data/` was published: its digest stands in `data/releases.json`.',
  why: 'Publishing is a step of its own, since nothing can be changed after it. Look through the numbers once more, then publish the release with `npm run data -- release`. From then on every change of the file is noticed.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"changes": "Adds 2022."',
    put: '"changes": "Corrects 2022."',
    says: 'data/releases.json does not know this release.',
  },
};
