import { unrecordedTranslations } from '../../translations/index.ts';
import type { Rule } from './rule.ts';

export const translationUnrecorded: Rule = {
  id: 'translation-unrecorded',
  severity: 'info',
  holds: 'A translation records the state of the source that it was made from.',
  why: 'Without the record nobody can tell whether a translation is behind its source. When it says what the source says, write the record with `npm run translations -- accept`.',
  example: {
    file: 'content/briefs/everything/lo.source.yaml',
    says: 'It is not recorded which state of the source this was made from, so nobody sees when it falls behind.',
  },
  check: ({ briefs, languages }) => unrecordedTranslations(briefs, languages),
};
