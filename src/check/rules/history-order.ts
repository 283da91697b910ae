import type { Rule } from './rule.ts';

export const historyOrder: Rule = {
  id: 'history-order',
  severity: 'error',
  holds: 'The history of a brief is in its order, from one version to the next.',
  why: 'Readers who cite a brief name its version, and find it at its address. `history` in `brief.yaml` begins with what came after the first publication, which is version 1: “corrected”, “updated” and “data-updated” have the next number, “translated” and “withdrawn” that of the version that was there. `npm run new -- version` writes the entry.',
  example: {
    file: 'content/briefs/untranslated/brief.yaml',
    find: 'version: 2, date: 2025-02-03',
    put: 'version: 3, date: 2025-02-03',
    says: 'This entry is of version 3, where 2 is due.',
  },
};
