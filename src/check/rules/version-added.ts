import type { Rule } from './rule.ts';

export const versionAdded: Rule = {
  id: 'version-added',
  severity: 'error',
  holds: 'An earlier version of a brief is never added to.',
  why: 'A translation of a text that holds no more would be read as one that does. Translate the present version; the earlier ones stay in the languages that they were published in.',
  example: {
    file: 'content/briefs/untranslated/versions/1/lo.mdx',
    put: '---\ntitle: T\nsummary: S\nstate: draft\n---\n\nT\n',
    says: 'This file was not part of version 1 when it was published.',
  },
};
