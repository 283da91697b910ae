import type { Rule } from './rule.ts';

export const pinUnused: Rule = {
  id: 'pin-unused',
  severity: 'warning',
  holds: 'A brief quotes every data set that it lists.',
  why: 'The list of data at the end of a brief is made from `data` in `brief.yaml`. A data set that nothing in the text uses misleads readers who look for its numbers. Take the line out, or bring back the chart or number that used it.',
  example: {
    file: 'content/briefs/untranslated/brief.yaml',
    put: 'data: { share: 1.0.0 }\n',
    says: 'Nothing in the brief uses “share”.',
  },
};
