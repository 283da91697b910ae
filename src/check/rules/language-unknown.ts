import type { Rule } from './rule.ts';

export const languageUnknown: Rule = {
  id: 'language-unknown',
  severity: 'error',
  holds: 'Every text of a brief is in a language of the site.',
  why: 'Only the languages that `site.yaml` lists get pages, so a text in another would never be published. Add the language to `languages` there, or correct the name of the file: it is the language as listed, such as `lo.mdx`.',
  example: {
    file: 'content/briefs/everything/km.mdx',
    put: '---\ntitle: អ្វីៗទាំងអស់\nsummary: សម្រាប់សាកល្បង។\nstate: draft\n---\n',
    says: '“km” is no language of the site.',
  },
};
