import type { Rule } from './rule.ts';

export const pinMissing: Rule = {
  id: 'pin-missing',
  severity: 'error',
  holds: 'A brief says which release it quotes of every data set that its text and charts use.',
  why: 'Without it a printed number could change with the next release, and readers who check it would find another. Add the line that the hint gives under `data` in `brief.yaml`.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'data:\n  share: 1.0.0\n  people: 1.0.0',
    put: 'data:\n  share: 1.0.0',
    says: 'brief.yaml does not say which release of “people” is meant.',
  },
};
