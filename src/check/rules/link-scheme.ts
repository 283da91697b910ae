import type { Rule } from './rule.ts';

export const linkScheme: Rule = {
  id: 'link-scheme',
  severity: 'error',
  holds: 'Links lead to pages, to places in the text, to mail addresses and to telephones.',
  why: 'A link that begins with `javascript:` or `data:` runs a program in the browser of whoever follows it. Write the address of a page, which begins with `https://`.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '[a link](/en/about/)',
    put: '[a link](javascript:alert(1))',
    says: 'A link cannot begin with “javascript:”.',
  },
};
