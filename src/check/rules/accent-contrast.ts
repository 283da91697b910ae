import { placeOfText } from '../../source/index.ts';
import { contrast } from '../contrast.ts';
import type { Rule } from './rule.ts';

/** WCAG 2.2, 1.4.3: the least contrast of text. */
const least = 4.5;

export const accentContrast: Rule = {
  id: 'accent-contrast',
  severity: 'error',
  holds: "The brand's colour can be read on white.",
  *check({ settings }, { texts }) {
    const measured = contrast(settings.accent, '#ffffff');
    if (measured >= least) return;
    const file = 'content/site/site.yaml';
    yield {
      rule: accentContrast.id,
      severity: accentContrast.severity,
      file,
      ...placeOfText(texts.get(file), 'accent:'),
      message: `The accent ${settings.accent} has a contrast of ${measured.toFixed(2)} to 1 on white; text needs ${least}.`,
      hint: 'Choose a darker colour.',
    };
  },
};
