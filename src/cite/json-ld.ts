import type { Named, Work, WorkFile } from './work.ts';

type Node = Readonly<Record<string, unknown>>;

/** What only the page of a work knows. */
export interface Surroundings {
  /** The site: its name and its home page in this language. */
  site: Named;
  /** The charts on the page, as pictures. */
  pictures: readonly { name: string; caption: string; address: string }[];
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
      url: around.site.address,
    },
    breadcrumbs(work, around.site),
    ...around.pictures.map(({ name, caption, address }) => ({
      '@type': 'ImageObject',
      name,
      caption,
      contentUrl: address,
      license: work.license?.address,
      creditText: work.publisher.name,
    })),
  ];
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return text.replaceAll('<', '\\u003c');
}

const publisherId = ({ publisher }: Work): string => `${publisher.address}#publisher`;

const types = { brief: 'Report', chart: 'ImageObject', dataset: 'Dataset' } as const;

const workNode = (work: Work, { more }: Surroundings): Node => ({
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
  license: work.license?.address,
  keywords: listed(work.keywords),
  genre: work.genre,
  spatialCoverage: listed(work.places),
  temporalCoverage: work.period?.join('/'),
  image: work.files.picture?.address,
  isBasedOn: work.data.length > 0 ? work.data.map(({ address }) => ({ '@id': address })) : undefined,
  ...translationsOf(work),
  encoding: work.files.pdf && mediaObject(work.files.pdf),
  isAccessibleForFree: true,
  ...more,
});

const authorsOf = (work: Work): Node[] =>
  work.authors.map((name) =>
    name === work.publisher.name ? { '@id': publisherId(work) } : { '@type': 'Organization', name },
  );

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

const listed = (values: readonly string[]): readonly string[] | undefined =>
  values.length > 0 ? values : undefined;

const breadcrumbs = ({ title, address }: Work, site: Named): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: [site, { name: title, address }].map((item, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name: item.name,
    item: item.address,
  })),
});
