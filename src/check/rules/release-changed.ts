import type { Rule } from './rule.ts';

export const releaseChanged: Rule = {
  id: 'release-changed',
  severity: 'error',
  holds: 'A published release is never changed.',
  why: 'Its numbers may stand in print, in a speech or in a law, and must be found again as they were. `data/releases.json` keeps the SHA-256 of each release, which changes with any letter. Undo the change; publish a correction as a new release, and move the briefs to it.',
  example: {
    file: 'data/share/1.1.0.json',
    find: '"year": 2010, "value": 48.25',
    put: '"year": 2010, "value": 48.35',
    says: 'This release was changed after it was published, and its numbers may stand in print.',
  },
};
