import { foundAt, piecesOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const linkText: Rule = {
  id: 'link-text',
  severity: 'error',
  holds: 'Every link has words that say where it leads.',
  why: 'Readers who hear a page go from link to link. A link without words is nothing to them, and cannot be clicked by others. Write in the square brackets what is found there.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '[a link](/en/about/)',
    put: '[](/en/about/)',
    says: 'The link to /en/about/ has no words.',
  },
  *check(site) {
    for (const { translation, piece } of piecesOf(site))
      if (piece.kind === 'link' && piece.text.trim() === '')
        yield foundAt(
          translation,
          piece,
          `The link to ${piece.address} has no words.`,
          'Say in the square brackets what is found there: [what is found there](…).',
        );
  },
};
