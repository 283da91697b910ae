import type { Rule } from './rule.ts';

export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  holds: 'Every text of a brief begins with its front matter.',
  why: 'The title, the summary and the state of a text stand between two lines of three hyphens at the very beginning of the file. Without them the brief has no name in lists, and nobody knows whether the text was reviewed. Nothing may stand before the first line, and the second must not be missing.',
  example: {
    file: 'content/briefs/untranslated/en.mdx',
    find: '---\ntitle: A workshop',
    put: 'title: A workshop',
    says: 'The text has no front matter.',
  },
};
