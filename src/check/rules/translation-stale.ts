import { staleTranslations } from '../../translations/index.ts';
import type { Rule } from './rule.ts';

export const translationStale: Rule = {
  id: 'translation-stale',
  severity: 'warning',
  holds: 'A translation says what its source says today.',
  why: 'Each translation records the state of the source that it was made from, passage by passage. When a passage of the source changes, the translation is behind, and its page says so to readers. Translate the passages again, or, where only a slip of the pen was mended, say that nothing is to do with `npm run translations -- accept`.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: 'These numbers are made up.',
    put: 'These numbers are made up for tests.',
    says: '1 passage of content/briefs/everything/en.mdx changed since this was translated (there in line 46).',
  },
  check: ({ briefs, languages }) => staleTranslations(briefs, languages),
};
