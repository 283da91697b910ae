import type { Rule } from './rule.ts';

export const yaml: Rule = {
  id: 'yaml',
  severity: 'error',
  holds: 'YAML files, and the front matter of texts, are well formed.',
  why: 'A file that cannot be taken apart cannot be read at all, so nothing in it is shown. Most slips are a colon within a text, a quotation mark that is not closed, or a tab instead of spaces. Put the text into double quotation marks, or give the line as many spaces as its neighbours have.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: 'title: Everything stands',
    put: 'title: Everything: it stands',
    says: 'This is not valid YAML: a second colon stands here, or the line is indented more than those above.',
  },
};
