import type { Rule } from './rule.ts';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  severity: 'error',
  holds: 'No file holds the marks of a conflict between two changes.',
  why: 'Where two people changed the same lines, Git writes both versions between `<<<<<<<` and `>>>>>>>`. Choose one, or make one of both, and take the marks out.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '**bold** words.',
    put: '**bold** words.\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> theirs\n',
    says: 'Two versions of these lines wait for a decision.',
  },
};
