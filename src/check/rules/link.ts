import type { Rule } from './rule.ts';

export const link: Rule = {
  id: 'link',
  severity: 'error',
  holds: 'Every link on the finished pages leads to a page, a place or a file that there is.',
  why: 'When all pages are made, each link within the site is followed once more, also those in the words of the site and of its data sets. Links to pages begin with a slash and the language, such as `/en/about/`. Links to other sites are not looked up.',
  example: {
    file: 'content/site/en.yaml',
    find: 'A site for **tests**.',
    put: 'A site for **tests**, with [a brief](/en/briefs/everthing/).',
    says: 'The link /en/briefs/everthing/ leads to a page or file that does not exist.',
  },
};
