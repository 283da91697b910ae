import type { Brief, Inline, Translation } from '../briefs/index.ts';
import { type Locale, referenceText, type Site, shownFacts, statText } from '../site/index.ts';
import type { Section } from './records.ts';

/** The text of a brief in parts that its page has anchors for, with its numbers as readers see them. */
export function briefSections(
  site: Site,
  brief: Brief,
  translation: Translation,
  reader: Locale,
): Omit<Section, 'also'>[] {
  const { matter, document } = translation;
  const parts = new Map<string, { heading: string; texts: string[] }>();
  const partAt = (anchor: string, heading = '') => {
    const part = parts.get(anchor) ?? { heading, texts: [] };
    parts.set(anchor, part);
    return part;
  };
  partAt('').texts.push(matter.summary, matter.shortTitle ?? '');
  let current = partAt('');
  let headings = 0;
  for (const { kind, inside, words, pieces } of document.blocks) {
    const text = words ? textOf(words.inlines, { site, brief, locale: reader }) : codeOf(pieces);
    if (kind === 'heading') {
      current = partAt(brief.anchors[headings] ?? '', text);
      headings += 1;
    } else if (text !== '') {
      const own = Object.keys(placed).find((name) => inside.some((each) => each.split(' ')[0] === name));
      (own === undefined ? current : partAt(placed[own] ?? '')).texts.push(text);
    }
  }
  partAt('facts').texts.push(
    ...shownFacts(brief, reader).map(({ label, texts }) => `${label}: ${texts.join('; ')}`),
  );
  if (brief.facts.references.length > 0)
    partAt('references').texts.push(
      ...brief.facts.references.map(({ author, title, publisher }) =>
        [author, title, publisher].filter(Boolean).join('. '),
      ),
    );
  return [...parts].map(([anchor, { heading, texts }]) => ({
    anchor,
    heading,
    text: texts.filter(Boolean).join('\n'),
  }));
}

/** Parts of a text that the page gives an anchor of its own, by what they stand in. */
const placed: Readonly<Record<string, string>> = {
  KeyMessages: 'key-messages',
  Recommendations: 'recommendations',
  footnote: 'footnote-label',
};

const codeOf = (pieces: Brief['source']['document']['blocks'][number]['pieces']): string =>
  pieces.map((piece) => (piece.kind === 'code' ? piece.text : '')).join('');

/** The words of a passage without its marks. */
function textOf(inlines: readonly Inline[], around: { site: Site; brief: Brief; locale: Locale }): string {
  const one = (inline: Inline): string => {
    if (inline.kind === 'text') return inline.text;
    const { kind, name, attributes, open, inside } = inline;
    if (kind === 'component' && name === 'Stat') return statText(attributes, around);
    if (kind === 'component' && name === 'Reference') return referenceText(attributes, around);
    if (inside) return inside.map(one).join('');
    if (kind === 'break') return ' ';
    return kind === 'code' || kind === 'link' ? open.replace(/^[`<]+|[`>]+$/g, '') : '';
  };
  return inlines.map(one).join('').replace(/\s+/g, ' ').trim();
}
