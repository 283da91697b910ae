import type { Rule } from './rule.ts';

export const releaseGone: Rule = {
  id: 'release-gone',
  severity: 'error',
  holds: 'A published release is never taken away.',
  why: 'Whoever has cited it must find it at its address. Bring the file back from the history of the repository. If it should not be used any more, publish a new release that says so under `changes`.',
  example: {
    file: 'data/share/1.1.0.json',
    says: 'Release 1.1.0 of “share” was published, and its file is gone.',
  },
};
