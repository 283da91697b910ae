import type { Rule } from './rule.ts';

export const imageAddress: Rule = {
  id: 'image-address',
  severity: 'error',
  holds: 'Every picture is a file of the site.',
  why: 'Pages ask no other host, so that they open on slow connections, can be taken away as one file, and tell nobody who reads them. Put the picture into `public/`, and write its path from there with a slash before it. Mind that you may publish it.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '![A black dot](/images/dot.svg)',
    put: '![A black dot](images/dot.svg)',
    says: 'The image “images/dot.svg” is no file of the site.',
  },
};
