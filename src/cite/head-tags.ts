import type { Language } from '../i18n/index.ts';
import { cslLanguage } from './csl-locale.ts';
import { sharePicture, type Work } from './work.ts';

/** An element of `<head>`: the attributes of a `<meta>` or a `<link>`. */
export type HeadTag = Readonly<Record<string, string>>;

export interface HeadTags {
  metas: readonly HeadTag[];
  links: readonly HeadTag[];
}

/**
 * What a page of record says of its work to programs, in names of four kinds:
 * Highwire's, which Google Scholar and Zotero read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), Dublin Core
 * (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/), Open Graph
 * (https://ogp.me), and links for machines (https://signposting.org/FAIR/).
 */
export function headTags(work: Work, around: { site: string; citation: string }): HeadTags {
  return {
    metas: [
      ...named('', highwire(work)),
      ...named('DCTERMS.', dublinCore(work, around.citation)),
      ...openGraph(work, around.site).map(([property, content]) => ({ property, content })),
      { name: 'twitter:card', content: work.files.picture ? 'summary_large_image' : 'summary' },
    ],
    links: signposts(work),
  };
}

type Pair = readonly [name: string, content: string];

const named = (prefix: string, pairs: readonly Pair[]): HeadTag[] =>
  pairs.map(([name, content]) => ({ name: prefix + name, content }));

const each = (name: string, values: readonly string[]): Pair[] => values.map((value) => [name, value]);
const maybe = (name: string, value: string | undefined): Pair[] => (value ? [[name, value]] : []);

const highwire = (work: Work): Pair[] => [
  ['citation_title', work.title],
  // What belongs to an author follows the name.
  ...work.authors.flatMap(({ name, institution, orcid }) => [
    ...each('citation_author', [name]),
    ...maybe('citation_author_institution', institution),
    ...maybe('citation_author_orcid', orcid && orcidAddress(orcid)),
  ]),
  ['citation_publication_date', work.issued.replaceAll('-', '/')],
  ['citation_online_date', work.issued.replaceAll('-', '/')],
  ...maybe('citation_technical_report_institution', work.kind === 'brief' ? work.publisher.name : undefined),
  ...maybe('citation_technical_report_number', work.number),
  ...maybe('citation_series_title', work.series?.name),
  ['citation_publisher', work.publisher.name],
  ['citation_language', work.language],
  ...maybe('citation_doi', work.doi),
  ...maybe('citation_isbn', work.isbn),
  ['citation_abstract_html_url', work.address],
  ['citation_fulltext_html_url', work.address],
  ...maybe('citation_pdf_url', work.files.pdf?.address),
  ...maybe('citation_keywords', work.keywords.join('; ')),
  ...work.references.map(({ title, author, publisher, date }): Pair => {
    const parts = { title, author, publisher, publication_date: date?.replaceAll('-', '/') };
    const told = Object.entries(parts).filter(([, value]) => value);
    return ['citation_reference', told.map(([name, value]) => `citation_${name}=${value}`).join('; ')];
  }),
];

const dcmiTypes = { brief: 'Text', chart: 'StillImage', dataset: 'Dataset' } as const;

const dublinCore = (work: Work, citation: string): Pair[] => [
  ['title', work.title],
  ...each('creator', namesOf(work)),
  ['publisher', work.publisher.name],
  ['issued', work.issued],
  ['modified', work.modified],
  ['language', work.language],
  ['identifier', work.address],
  ['type', dcmiTypes[work.kind]],
  ['format', 'text/html'],
  ...maybe('license', work.license?.address),
  ...each('rightsHolder', work.kind === 'dataset' ? namesOf(work) : [work.publisher.name]),
  ...each('subject', work.keywords),
  ...each('spatial', work.kind === 'brief' ? work.places : []),
  ...maybe('temporal', work.period?.join('/')),
  ...each('references', [
    ...work.references.flatMap(({ url }) => url ?? []),
    ...work.data.map(({ address }) => address),
  ]),
  ...each('hasVersion', work.versions?.all ?? []),
  ...maybe('replaces', work.versions?.before),
  ...(work.status === 'Obsolete' && work.versions
    ? ([
        ['isVersionOf', work.versions.latest],
        ['isReplacedBy', work.versions.after ?? work.versions.latest],
      ] as const)
    : []),
  ['abstract', work.abstract],
  ['bibliographicCitation', citation],
];

/** A language as Open Graph writes it: `lo_LA`. */
const ogLocale = (language: Language): string =>
  language === 'en' ? 'en_US' : cslLanguage(language).replace('-', '_');

function openGraph(work: Work, site: string): Pair[] {
  const { files, language, translations, keywords } = work;
  const others = [...translations.keys()].filter((other) => other !== language);
  return [
    ['og:type', 'article'],
    ['og:title', work.title],
    ['og:description', work.abstract],
    ['og:url', work.address],
    ['og:site_name', site],
    ['og:locale', ogLocale(language)],
    ...each('og:locale:alternate', others.map(ogLocale)),
    ...maybe('og:image', files.picture?.address),
    ...(files.picture ? ([['og:image:alt', work.title]] as const) : []),
    ...(files.picture && work.kind === 'brief'
      ? ([
          ['og:image:width', String(sharePicture.width)],
          ['og:image:height', String(sharePicture.height)],
        ] as const)
      : []),
    ['article:published_time', work.published],
    ['article:modified_time', work.modified],
    ...each('article:author', namesOf(work)),
    ...maybe('article:section', keywords[0]),
    ...each('article:tag', keywords),
  ];
}

const schemaTypes = { brief: 'Report', chart: 'ImageObject', dataset: 'Dataset' } as const;

/** Links for machines, and those between versions (RFC 5829). */
function signposts(work: Work): HeadTag[] {
  const { kind, license, files, publisher, authors, series, versions } = work;
  const items = [files.pdf, kind === 'chart' ? files.picture : undefined, ...(files.rows ?? [])];
  const known = authors.flatMap(({ orcid }) => (orcid ? [orcidAddress(orcid)] : []));
  return [
    { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
    ...tags('cite-as', work.doi === undefined ? work.address : `https://doi.org/${work.doi}`),
    ...tags('type', `https://schema.org/${schemaTypes[kind]}`),
    ...(known.length > 0 ? known : [publisher.address]).flatMap((href) => tags('author', href)),
    ...tags('license', license?.address),
    ...tags('collection', series?.address),
    ...items.flatMap((item) => (item ? [{ rel: 'item', href: item.address, type: item.mediaType }] : [])),
    ...tags('latest-version', versions?.latest),
    ...tags('version-history', versions && `${versions.latest}#versions`),
    ...tags('predecessor-version', versions?.before),
    ...tags('successor-version', versions?.after),
  ];
}

const tags = (rel: string, href: string | undefined): HeadTag[] => (href ? [{ rel, href }] : []);

const namesOf = ({ authors }: Work): string[] => authors.map(({ name }) => name);

/** @see https://info.orcid.org/documentation/integration-guide/orcid-id-structure/ */
export const orcidAddress = (orcid: string): string => `https://orcid.org/${orcid}`;
