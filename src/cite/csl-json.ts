import type { Work } from './work.ts';

/** An item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). */
export interface CslItem {
  id: string;
  type: 'report' | 'graphic' | 'dataset';
  [variable: string]: unknown;
}

const types = { brief: 'report', chart: 'graphic', dataset: 'dataset' } as const;

/** A work as reference managers and citation styles know it. */
export function toCsl(work: Work): CslItem {
  const { kind, id, language, title, abstract, authors, publisher, genre, version, address } = work;
  return {
    id: `${id}-${language}`,
    type: types[kind],
    // Spaces that do not break are for pages.
    title: title.replaceAll('\u00a0', ' '),
    author: authors.map(({ name }) => ({ literal: name })),
    publisher: publisher.name,
    genre,
    issued: { 'date-parts': [work.issued.split('-').map(Number)] },
    ...(version === undefined ? {} : { version }),
    ...(work.number === undefined ? {} : { number: work.number }),
    ...(work.doi === undefined ? {} : { DOI: work.doi }),
    ...(work.isbn === undefined ? {} : { ISBN: work.isbn }),
    ...(work.series === undefined ? {} : { 'collection-title': work.series.name }),
    language,
    URL: address,
    abstract,
    ...(work.keywords.length > 0 ? { keyword: work.keywords.join(',') } : {}),
  };
}
