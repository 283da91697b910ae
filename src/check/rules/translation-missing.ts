import { missingTranslations } from '../../translations/index.ts';
import type { Rule } from './rule.ts';

export const translationMissing: Rule = {
  id: 'translation-missing',
  severity: 'info',
  holds: 'Every brief is written in every language of the site.',
  why: 'Readers of a language that is missing see the text in the language of its source, with a notice. `npm run translations` shows what is missing, and makes a file for a translator.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    says: 'This brief is not written in Lao; readers see it in English, with a notice.',
  },
  check: ({ briefs, languages }) => missingTranslations(briefs, languages),
};
