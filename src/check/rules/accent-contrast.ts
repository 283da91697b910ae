import { placeOfText } from '../../source/index.ts';
import { contrast } from '../contrast.ts';
import type { Rule } from './rule.ts';

/** WCAG 2.2, 1.4.3: the least contrast of text. */
const least = 4.5;

export const accentContrast: Rule = {
  id: 'accent-contrast',
  severity: 'error',
  holds: "The brand's colour can be read on white.",
  why: 'Links and controls are written in this colour. Readers with weak sight, and all readers in the sun, need a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).',
  example: {
    file: 'content/site/site.yaml',
    find: 'accent: "#0b5c7a"',
    put: 'accent: "#7ab8d0"',
    says: 'The accent #7ab8d0 has a contrast of 2.19 to 1 on white; text needs 4.5.',
  },
  *check({ settings }, { texts }) {
    const measured = contrast(settings.accent, '#ffffff');
    if (measured >= least) return;
    const file = 'content/site/site.yaml';
    yield {
      file,
      ...placeOfText(texts.get(file), 'accent:'),
      message: `The accent ${settings.accent} has a contrast of ${measured.toFixed(2)} to 1 on white; text needs ${least}.`,
      hint: 'Choose a darker colour.',
    };
  },
};
