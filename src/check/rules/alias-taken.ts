import type { Rule } from './rule.ts';

export const aliasTaken: Rule = {
  id: 'alias-taken',
  severity: 'error',
  holds: 'A former name of a brief leads to that brief alone.',
  why: '`aliases` in `brief.yaml` keep the addresses that a brief had before it was renamed. If two briefs had the same, readers would come to either of them. Take the name out of one.',
  example: {
    file: 'content/briefs/untranslated/brief.yaml',
    find: 'aliases: [short-workshop]',
    put: 'aliases: [everything]',
    says: '“everything” leads to the brief “everything” already.',
  },
};
