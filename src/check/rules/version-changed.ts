import type { Rule } from './rule.ts';

export const versionChanged: Rule = {
  id: 'version-changed',
  severity: 'error',
  holds: 'An earlier version of a brief is never changed.',
  why: 'It is the record of what was published: in print, in a speech, in the notes of whoever cited it. `versions/digests.json` keeps the SHA-256 of each of its files. Undo the change, and make it in the present version.',
  example: {
    file: 'content/briefs/untranslated/versions/1/en.mdx',
    find: 'state: draft',
    put: 'state: draft\ntranslator: Nobody',
    says: 'This file of version 1 was changed after the version was published.',
  },
};
