import type { Rule } from './rule.ts';

export const versionMissing: Rule = {
  id: 'version-missing',
  severity: 'error',
  holds: 'Every version that a brief had is kept.',
  why: 'Whoever has cited a version must find it as it was, with a note that another has taken its place. Before you correct or update a brief that is published, `npm run new -- version NAME` keeps its texts under `versions/`.',
  example: {
    file: 'content/briefs/untranslated/brief.yaml',
    find: 'kind: corrected }',
    put: 'kind: corrected }\n  - { version: 3, date: 2025-03-04, kind: updated }',
    says: 'Version 2 is not kept: there is no content/briefs/untranslated/versions/2/.',
  },
};
