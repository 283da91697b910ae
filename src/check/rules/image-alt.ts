import type { Rule } from './rule.ts';

export const imageAlt: Rule = {
  id: 'image-alt',
  severity: 'error',
  holds: 'Every picture says in words what it shows.',
  why: 'Readers who cannot see it hear these words instead, and they stand where a picture is not loaded (WCAG 2.2, 1.1.1). Write them in the square brackets: what a reader should know from the picture, in the language of the text.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '![A black dot](/images/dot.svg)',
    put: '![](/images/dot.svg)',
    says: 'The image “/images/dot.svg” has no words for readers who cannot see it.',
  },
};
