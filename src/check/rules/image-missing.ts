import type { Rule } from './rule.ts';

export const imageMissing: Rule = {
  id: 'image-missing',
  severity: 'error',
  holds: 'Every picture of a text is there.',
  why: 'Readers would see an empty frame. Put the file into `public/`, or correct its path; capital and small letters are different ones.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '![A black dot](/images/dot.svg)',
    put: '![A black dot](/images/dots.svg)',
    says: 'There is no image public/images/dots.svg.',
  },
};
