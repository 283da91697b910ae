import { foundAt, piecesOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const footnoteMissing: Rule = {
  id: 'footnote-missing',
  severity: 'error',
  holds: 'Every footnote mark has its footnote.',
  why: 'A mark such as `[^note]` without a line `[^note]: …` below is shown as it is typed. Most often one of the two was misspelt, or the footnote was lost in a translation.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '[^note]: All',
    put: '[^remark]: All',
    says: 'The footnote [^note] has no text.',
  },
  *check(site) {
    for (const { translation, piece } of piecesOf(site)) {
      if (piece.kind !== 'text') continue;
      // Markdown takes a mark without a footnote for plain text.
      for (const [mark = ''] of piece.text.matchAll(/\[\^[^\]\s]+\]/g))
        yield foundAt(
          translation,
          piece,
          `The footnote ${mark} has no text.`,
          `Add a line at the end: ${mark}: the text of the footnote.`,
        );
    }
  },
};
