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
  ...each('citation_author', work.authors),
  ['citation_publication_date', work.issued.replaceAll('-', '/')],
  ...(work.kind === 'brief'
    ? ([['citation_technical_report_institution', work.publisher.name]] as const)
    : []),
  ['citation_publisher', work.publisher.name],
  ['citation_language', work.language],
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
  ...each('creator', work.authors),
  ['publisher', work.publisher.name],
  ['issued', work.issued],
  ['modified', work.modified],
  ['language', work.language],
  ['identifier', work.address],
  ['type', dcmiTypes[work.kind]],
  ...maybe('license', work.license?.address),
  ...each('subject', work.keywords),
  ...each('spatial', work.kind === 'brief' ? work.places : []),
  ...maybe('temporal', work.period?.join('/')),
  ...each('references', work.kind === 'brief' ? [] : work.data.map(({ address }) => address)),
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
    ...maybe('article:section', keywords[0]),
    ...each('article:tag', keywords),
  ];
}

const schemaTypes = { brief: 'Report', chart: 'ImageObject', dataset: 'Dataset' } as const;

const signposts = ({ kind, address, license, files, data, publisher }: Work): HeadTag[] => [
  { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
  { rel: 'cite-as', href: address },
  { rel: 'type', href: `https://schema.org/${schemaTypes[kind]}` },
  { rel: 'author', href: publisher.address },
  ...(license ? [{ rel: 'license', href: license.address }] : []),
  ...(files.pdf ? [{ rel: 'item', href: files.pdf.address, type: files.pdf.mediaType }] : []),
  ...(kind === 'brief' ? [] : data.map((own) => ({ rel: 'item', href: own.address }))),
];
