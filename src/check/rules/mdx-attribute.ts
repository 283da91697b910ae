import type { Rule } from './rule.ts';

export const mdxAttribute: Rule = {
  id: 'mdx-attribute',
  severity: 'error',
  holds:
    'Every component has the attributes that it needs, and only those that it knows, as text in straight quotation marks.',
  why: 'An attribute that is misspelt would change nothing, and nobody would notice. docs/content.md lists the attributes of each component. In a translation only `title` and `caption` are translated.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Chart id="bars" />',
    put: '<Chart id="bars" size="big" />',
    says: '<Chart> has no attribute “size”.',
  },
};
