import type { Rule } from './rule.ts';

export const encoding: Rule = {
  id: 'encoding',
  severity: 'error',
  holds: 'Files are written in UTF-8.',
  why: 'Lao, Khmer and Vietnamese letters survive in no other encoding. A file that was saved in another one shows “�” where letters were. Open the original again and save it as UTF-8; what is lost cannot be guessed.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '**bold** words',
    put: '**bold** w\ufffdrds',
    says: 'Letters of this file were lost: it was not saved as UTF-8.',
  },
};
