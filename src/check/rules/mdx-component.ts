import type { Rule } from './rule.ts';

export const mdxComponent: Rule = {
  id: 'mdx-component',
  severity: 'error',
  holds: 'A text holds Markdown and the components of briefs, each where it can stand.',
  why: 'Text and components look the same on a screen, in print and in a file that is taken away; HTML would not. docs/content.md lists the components: some stand within a line, others on lines of their own with an empty line before and after, and some hold a list.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Chart id="bars" />',
    put: '<Chrat id="bars" />',
    says: 'There is no component <Chrat>.',
  },
};
