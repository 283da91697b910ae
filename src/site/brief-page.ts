import type { Brief, Translation } from '../briefs/index.ts';
import type { Message } from '../i18n/index.ts';

/** The sections of a brief, in the words of a text, with the anchors that they have in every language. */
export function outlineOf(
  brief: Brief,
  { document }: Translation,
  message: Message,
): { text: string; anchor: string }[] {
  const sections = document.headings.flatMap(({ depth, text }, n) => {
    const anchor = brief.anchors[n];
    return depth === 2 && anchor !== undefined ? [{ text, anchor }] : [];
  });
  const uses = (name: string) => document.uses.some((use) => use.name === name);
  return [
    ...sections,
    ...(uses('Recommendations')
      ? [{ text: message('brief.recommendations'), anchor: 'recommendations' }]
      : []),
    { text: message('brief.facts'), anchor: 'facts' },
    ...(uses('Term') ? [{ text: message('brief.terms'), anchor: 'terms' }] : []),
    ...(brief.facts.references.length > 0
      ? [{ text: message('brief.references'), anchor: 'references' }]
      : []),
    ...(brief.releases.size > 0 ? [{ text: message('brief.dataUsed'), anchor: 'data-used' }] : []),
    { text: message('brief.howToCite'), anchor: 'how-to-cite' },
  ];
}

/** The glossary terms of a text, each once, in the order in which they come. */
export const termsUsed = ({ document }: Translation): string[] => [
  ...new Set(
    document.uses.flatMap(({ name, attributes }) => (name === 'Term' ? (attributes.get('id') ?? []) : [])),
  ),
];
