import type { Brief, Translation } from '../briefs/index.ts';
import type { Language, Message } from '../i18n/index.ts';
import { figureAnchor } from './addresses.ts';
import type { Site } from './load.ts';
import type { Locale } from './locale.ts';

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
    { text: message('version.title'), anchor: 'versions' },
    { text: message('brief.howToCite'), anchor: 'how-to-cite' },
  ];
}

/** The figures and tables of a brief, in the order of its text, with what they are called and the language of that. */
export function figuresOf(
  { charts }: Pick<Site, 'charts'>,
  { figures }: Pick<Brief, 'figures'>,
  { document, language }: Translation,
  { message, chartWords }: Pick<Locale, 'message' | 'chartWords'>,
): { label: string; title: string; language: Language; anchor: string }[] {
  return figures.flatMap(({ id, kind, number }) => {
    const anchor = figureAnchor(id);
    if (kind === 'table') {
      const table = document.uses.find(
        ({ name, attributes }) => name === 'DataTable' && attributes.get('id') === id,
      );
      const title = table?.attributes.get('caption') ?? '';
      return [{ label: message('brief.tableLabel', { number }), title, language, anchor }];
    }
    const chart = charts.get(id);
    if (!chart) return [];
    const { words, language: own } = chartWords(chart);
    return [{ label: message('brief.figureLabel', { number }), title: words.title, language: own, anchor }];
  });
}

/** The glossary terms of a text, each once, in the order in which they come. */
export const termsUsed = ({ document }: Translation): string[] => [
  ...new Set(
    document.uses.flatMap(({ name, attributes }) => (name === 'Term' ? (attributes.get('id') ?? []) : [])),
  ),
];
