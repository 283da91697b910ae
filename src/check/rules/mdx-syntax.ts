import type { Rule } from './rule.ts';

export const mdxSyntax: Rule = {
  id: 'mdx-syntax',
  severity: 'error',
  holds: 'Tags and braces of a text are complete.',
  why: 'Where a tag is left open, nobody can tell what belongs to it, so the text cannot be read at all. Close each tag, put its attributes into straight quotation marks, and write `\\<` and `\\{` where the signs themselves are meant.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Callout kind="caution" title="Take care">\n\nThese numbers are made up. <Cite id="second" />\n\n</Callout>',
    put: '<Callout kind="caution" title="Take care">\n\nThese numbers are made up. <Cite id="second" />',
    says: '<Callout> is opened here and never closed.',
  },
};
