import { orcidAddress } from './head-tags.ts';
import type { Author, Named, Work, WorkFile } from './work.ts';

type Node = Readonly<Record<string, unknown>>;

/** What only the page of a work knows. */
export interface Surroundings {
  /** The pages above it, the home page first. */
  above: readonly Named[];
  /** The charts on the page, as pictures. */
  pictures: readonly { name: string; caption: string; address: string; page: string }[];
  /** What helps readers who cannot see a brief, in a sentence. */
  accessibility: string;
  /** More of what a data set's own node says. */
  more?: Node;
}

/**
 * A work and what belongs to it as linked data in the words of schema.org
 * (https://schema.org/Report, https://schema.org/Dataset), for a `script` of
 * the type `application/ld+json`: no `<` stands in it, so that it cannot end there.
 */
export function jsonLd(work: Work, around: Surroundings): string {
  const graph = [
    workNode(work, around),
    {
      '@type': 'Organization',
      '@id': publisherId(work),
      name: work.publisher.name,
      url: work.publisher.address,
      identifier: work.publisher.ror,
    },
    breadcrumbs(work, around.above),
    ...around.pictures.map(({ name, caption, address, page }) => ({
      '@type': 'ImageObject',
      name,
      caption,
      contentUrl: address,
      license: work.license?.address,
      creditText: work.publisher.name,
      acquireLicensePage: page,
    })),
  ];
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return text.replaceAll('<', '\\u003c');
}

const publisherId = ({ publisher }: Work): string => `${publisher.address}#publisher`;

const types = { brief: 'Report', chart: 'ImageObject', dataset: 'Dataset' } as const;

const workNode = (work: Work, { more, accessibility }: Surroundings): Node => ({
  '@type': types[work.kind],
  '@id': work.address,
  url: work.address,
  ...(work.kind === 'brief' ? { headline: work.title, abstract: work.abstract } : { name: work.title }),
  ...(work.kind === 'brief' ? {} : { description: work.abstract }),
  inLanguage: work.language,
  author: authorsOf(work),
  publisher: { '@id': publisherId(work) },
  datePublished: work.published,
  dateModified: work.modified,
  version: work.version,
  identifier: work.digest && { '@type': 'PropertyValue', propertyID: 'sha256', value: work.digest },
  license: work.license?.address,
  keywords: listed(work.keywords),
  genre: work.genre,
  spatialCoverage: listed(work.places),
  temporalCoverage: work.period?.join('/'),
  image: work.files.picture?.address,
  isBasedOn: listed(work.data.map(({ address }) => ({ '@id': address }))),
  ...translationsOf(work),
  encoding: work.files.pdf && mediaObject(work.files.pdf),
  isAccessibleForFree: true,
  ...(work.kind === 'brief' ? { ...reportNode(work), accessibilitySummary: accessibility } : {}),
  ...more,
});

/** What is said of a brief alone. What was corrected follows NISO RP-45. */
const reportNode = ({ number, doi, isbn, series, versions, status, ...work }: Work): Node => ({
  reportNumber: number,
  sameAs: doi && `https://doi.org/${doi}`,
  isbn,
  isPartOf: series && { '@type': 'CreativeWorkSeries', name: series.name, url: series.address },
  about: listed(work.keywords.map((name) => ({ '@type': 'Thing', name }))),
  translator: work.translator && { '@type': 'Person', name: work.translator },
  creativeWorkStatus: status,
  archivedAt: versions?.own,
  correction: listed(
    (versions?.corrections ?? []).map(({ date, text }) => ({
      '@type': 'CorrectionComment',
      datePublished: date,
      text,
    })),
  ),
  citation: listed(
    work.references.map(({ title, author, publisher, date, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      author,
      publisher,
      datePublished: date,
      url,
    })),
  ),
  accessMode: ['textual', 'visual'],
  accessModeSufficient: 'textual',
  accessibilityFeature: [
    'alternativeText',
    'longDescription',
    'tableOfContents',
    ...(work.files.pdf ? ['taggedPDF'] : []),
  ],
  accessibilityHazard: 'none',
});

const authorsOf = (work: Work): Node[] =>
  work.authors.map((author) =>
    author.name === work.publisher.name ? { '@id': publisherId(work) } : authorNode(author),
  );

const authorNode = ({ name, kind, institution, orcid }: Author): Node => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  name,
  identifier: orcid && orcidAddress(orcid),
  affiliation: institution && { '@type': 'Organization', name: institution },
});

/** Translations point to the original, and the original to them (https://schema.org/translationOfWork). */
function translationsOf({ translations, translatedFrom, language }: Work): Node {
  const original = translatedFrom && translations.get(translatedFrom);
  if (original) return { translationOfWork: { '@id': original } };
  const others = [...translations].filter(([other]) => other !== language);
  return others.length > 0 ? { workTranslation: others.map(([, address]) => ({ '@id': address })) } : {};
}

const mediaObject = ({ address, mediaType }: WorkFile): Node => ({
  '@type': 'MediaObject',
  contentUrl: address,
  encodingFormat: mediaType,
});

const listed = <T>(values: readonly T[]): readonly T[] | undefined =>
  values.length > 0 ? values : undefined;

const breadcrumbs = ({ title, address }: Work, above: readonly Named[]): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: [...above, { name: title, address }].map((item, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name: item.name,
    item: item.address,
  })),
});
