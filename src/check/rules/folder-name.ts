import type { Rule } from './rule.ts';

export const folderName: Rule = {
  id: 'folder-name',
  severity: 'error',
  holds: 'Folders are named in lower-case letters, digits and single hyphens, and no chart is called “live”.',
  why: 'The name of a folder becomes the address of its page, which is permanent, is read out, and is typed from paper. Capital letters are the same as small ones on some computers and others on the next, so that two folders may become one. The address of a chart called “live” would be that of the files that charts are explored with.',
  example: {
    file: 'content/charts/bars/en.yaml',
    as: 'content/charts/Bars/en.yaml',
    find: 'title: Old people are many',
    put: 'title: Old people are many',
    says: '“Bars” is no name for a folder.',
  },
};
