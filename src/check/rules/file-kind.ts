import type { Rule } from './rule.ts';

export const fileKind: Rule = {
  id: 'file-kind',
  severity: 'error',
  holds: 'A site is made of files of its own, none of them too large.',
  why: 'A link (symbolic link) can lead to any file of the machine that builds the site, which would then be published; links are not followed. A text larger than 0.5 MB, or a release larger than 50 MB, is no text or table that somebody wrote: it would take all the memory there is. Put a copy in the place of a link; part what is too large.',
  example: {
    file: 'public/images/dot.svg',
    put: '(a link to ../../../elsewhere.svg)',
    says: 'This is a link, and no file of its own.',
  },
};
