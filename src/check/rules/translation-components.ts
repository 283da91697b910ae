import type { Piece } from '../../briefs/index.ts';
import { foundAt, isWorded, type Passage, pairs, translationsOf, without } from '../texts.ts';
import type { Rule } from './rule.ts';

export const translationComponents: Rule = {
  id: 'translation-components',
  severity: 'warning',
  holds:
    'Numbers from the data, citations, terms, charts and footnotes stand in a translation where they stand in the source.',
  why: 'A translation that lost a citation or a number says less than the source, and one with another `<Stat>` says something else. They are compared passage by passage; their order within a passage is free.',
  example: {
    file: 'content/briefs/everything/lo.mdx',
    find: 'year="2021"',
    put: 'year="2020"',
    says: 'Missing here, and in the source: <Stat data="share" place="LAO" year="2021">. Here, and not in the source: <Stat data="share" place="LAO" year="2020">.',
  },
  *check(site) {
    for (const text of translationsOf(site)) {
      const { source } = text.brief;
      for (const [from, own] of pairs(text)) {
        const [theirs, ours] = [from, own].map(partsOf);
        const lost = without(theirs ?? [], ours ?? []);
        const added = without(ours ?? [], theirs ?? []);
        if (lost.length + added.length === 0) continue;
        yield foundAt(
          text.translation,
          own,
          [
            lost.length > 0 ? `Missing here, and in the source: ${lost.join(', ')}.` : '',
            added.length > 0 ? `Here, and not in the source: ${added.join(', ')}.` : '',
          ]
            .join(' ')
            .trim(),
          `Compare with line ${from.at.line} of ${source.file}.`,
        );
      }
    }
  },
};

const partsOf = ({ pieces }: Passage): string[] => pieces.flatMap((piece) => partOf(piece) ?? []);

function partOf(piece: Piece): string | undefined {
  if (piece.kind === 'footnote') return `[^${piece.id}]`;
  // Pages of this site are linked to in the reader's own language.
  if (piece.kind === 'link') return /^https?:/.test(piece.address) ? `a link to ${piece.address}` : undefined;
  if (piece.kind !== 'component') return undefined;
  const attributes = [...piece.attributes]
    .filter(([name]) => !isWorded(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${piece.name}${attributes.join('')}>`;
}
