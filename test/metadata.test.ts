import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { loadSite } from '../src/site/index.ts';
import { repository } from './sites.ts';

// Every name that a page of record is to say, with what it must say (docs/metadata.md).

const fixture = join(inject('fixture'), 'dist');
const published = inject('published');
const { site } = await loadSite(repository);
if (!site) throw new Error('The repository does not load');

interface Head {
  html: string;
  /** Elements of the head by their name or relation, each with what it says. */
  tags: Map<string, string[]>;
  graph: Record<string, unknown>[];
}

async function headOf(folder: string, path: string): Promise<Head> {
  const html = await readFile(join(folder, path, 'index.html'), 'utf8');
  const tags = new Map<string, string[]>();
  for (const [element = ''] of html.matchAll(/<(?:meta|link) [^>]*>/g)) {
    const attributes = Object.fromEntries(
      [...element.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const { name, property, rel, content, href = '' } = attributes;
    const key = name ?? property ?? rel ?? '';
    const said = content ?? href;
    tags.set(key, [...(tags.get(key) ?? []), said.replace(/&(?:#38|amp);/g, '&')]);
  }
  const [, json = '{}'] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  return { html, tags, graph: JSON.parse(json)['@graph'] };
}

const present = await headOf(fixture, 'en/briefs/untranslated');
const earlier = await headOf(fixture, 'en/briefs/untranslated/v/1');
const address = 'https://fixture.example/en/briefs/untranslated/';
const title = 'A workshop that only English readers know of';
const sha256 = /<code>([0-9a-f]{12})<\/code>/.exec(present.html)?.[1] ?? '';

describe('a brief with all that its facts can say', () => {
  test.each<[string, string[]]>([
    ['author', ['https://orcid.org/0000-0002-1825-0097']],
    ['description', ['It was short. Another one is planned.']],
    ['canonical', [address]],
    ['license', ['https://creativecommons.org/licenses/by/4.0/']],
    ['citation_title', [title]],
    ['citation_author', ['A. Writer', 'B. Writer']],
    ['citation_author_institution', ['An office']],
    ['citation_author_orcid', ['https://orcid.org/0000-0002-1825-0097']],
    ['citation_publication_date', ['2025/02/03']],
    ['citation_online_date', ['2025/02/03']],
    ['citation_technical_report_institution', ['The testers']],
    ['citation_technical_report_number', ['2025/7']],
    ['citation_publisher', ['The testers']],
    ['citation_language', ['en']],
    ['citation_doi', ['10.1234/example.7']],
    ['citation_isbn', ['978-3-16-148410-0']],
    ['citation_abstract_html_url', [address]],
    ['citation_fulltext_html_url', [address]],
    ['citation_pdf_url', [`${address}untranslated-en.pdf`]],
    ['citation_keywords', ['Money; Lao PDR']],
    ['DCTERMS.title', [title]],
    ['DCTERMS.creator', ['A. Writer', 'B. Writer']],
    ['DCTERMS.publisher', ['The testers']],
    ['DCTERMS.issued', ['2025-02-03']],
    ['DCTERMS.modified', ['2025-02-03']],
    ['DCTERMS.language', ['en']],
    ['DCTERMS.identifier', [address]],
    ['DCTERMS.type', ['Text']],
    ['DCTERMS.format', ['text/html']],
    ['DCTERMS.license', ['https://creativecommons.org/licenses/by/4.0/']],
    ['DCTERMS.rightsHolder', ['The testers']],
    ['DCTERMS.subject', ['Money', 'Lao PDR']],
    ['DCTERMS.spatial', ['Lao PDR']],
    ['DCTERMS.temporal', ['2024/2024']],
    ['DCTERMS.hasVersion', [`${address}v/1/`, `${address}v/2/`]],
    ['DCTERMS.replaces', [`${address}v/1/`]],
    ['DCTERMS.abstract', ['It was short. Another one is planned.']],
    ['og:type', ['article']],
    ['og:title', [title]],
    ['og:description', ['It was short. Another one is planned.']],
    ['og:url', [address]],
    ['og:image', [`${address}untranslated-en.png`]],
    ['og:image:alt', [title]],
    ['og:image:width', ['1200']],
    ['og:image:height', ['630']],
    ['og:site_name', ['Fixture']],
    ['og:locale', ['en_US']],
    ['article:published_time', ['2025-01-02']],
    ['article:modified_time', ['2025-02-03']],
    ['article:author', ['A. Writer', 'B. Writer']],
    ['article:section', ['Money']],
    ['article:tag', ['Money', 'Lao PDR']],
    ['twitter:card', ['summary_large_image']],
    ['schema.DCTERMS', ['http://purl.org/dc/terms/']],
    ['cite-as', ['https://doi.org/10.1234/example.7']],
    ['type', ['https://schema.org/Report']],
    ['item', [`${address}untranslated-en.pdf`]],
    ['linkset', ['/en/briefs/untranslated/untranslated-en.linkset.json']],
    ['latest-version', [address]],
    ['version-history', [`${address}#versions`]],
    ['predecessor-version', [`${address}v/1/`]],
  ])('says %s', (name, expected) => {
    expect(present.tags.get(name)).toEqual(expected);
  });

  test('is cited with its version and the digest of its text and data', () => {
    const [citation] = present.tags.get('DCTERMS.bibliographicCitation') ?? [];
    expect(citation).toContain(`A. Writer & B. Writer. (2025). ${title}`);
    expect(citation).toContain(`Version 2 · ${sha256}`);
    expect(citation).toContain('2025/7');
    expect(citation).toContain('https://doi.org/10.1234/example.7');
  });

  test('is told as linked data', () => {
    const [report, publisher] = present.graph;
    expect(report).toMatchObject({
      '@type': 'Report',
      '@id': address,
      headline: title,
      abstract: 'It was short. Another one is planned.',
      inLanguage: 'en',
      author: [
        {
          '@type': 'Person',
          name: 'A. Writer',
          identifier: 'https://orcid.org/0000-0002-1825-0097',
          affiliation: { name: 'An office' },
        },
        { '@type': 'Person', name: 'B. Writer' },
      ],
      reportNumber: '2025/7',
      isbn: '978-3-16-148410-0',
      sameAs: 'https://doi.org/10.1234/example.7',
      datePublished: '2025-01-02',
      dateModified: '2025-02-03',
      version: '2',
      identifier: { propertyID: 'sha256', value: sha256 },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      keywords: ['Money', 'Lao PDR'],
      about: [{ name: 'Money' }, { name: 'Lao PDR' }],
      spatialCoverage: ['Lao PDR'],
      temporalCoverage: '2024/2024',
      creativeWorkStatus: 'Draft',
      archivedAt: `${address}v/2/`,
      correction: [
        {
          '@type': 'CorrectionComment',
          datePublished: '2025-02-03',
          text: 'It was said that nothing came of it; another workshop is planned.',
        },
      ],
      accessMode: ['textual', 'visual'],
      accessModeSufficient: 'textual',
      accessibilityFeature: ['alternativeText', 'longDescription', 'tableOfContents', 'taggedPDF'],
      accessibilityHazard: 'none',
      accessibilitySummary: expect.stringContaining('table of its numbers'),
    });
    expect(publisher).toMatchObject({ '@type': 'Organization', identifier: 'https://ror.org/0example1' });
  });

  test('says how large its PDF is', async () => {
    const pdf = await readFile(join(fixture, 'en/briefs/untranslated/untranslated-en.pdf'));
    expect(present.graph[0]?.['encoding']).toMatchObject({
      contentUrl: `${address}untranslated-en.pdf`,
      encodingFormat: 'application/pdf',
      contentSize: `${pdf.length} B`,
    });
  });

  test('gives the links of its head as a file too', async () => {
    const text = await readFile(join(fixture, 'en/briefs/untranslated/untranslated-en.linkset.json'), 'utf8');
    const [links] = JSON.parse(text).linkset;
    expect(links.anchor).toBe(address);
    for (const rel of ['cite-as', 'type', 'author', 'license', 'item', 'describedby', 'latest-version'])
      expect(links[rel].map(({ href }: { href: string }) => href)).toEqual(
        present.tags.get(rel)?.map((href) => new URL(href, address).href),
      );
  });
});

test('an earlier version says what took its place', () => {
  const own = `${address}v/1/`;
  expect(earlier.tags.get('citation_fulltext_html_url')).toEqual([own]);
  expect(earlier.tags.get('DCTERMS.isVersionOf')).toEqual([address]);
  expect(earlier.tags.get('DCTERMS.isReplacedBy')).toEqual([`${address}v/2/`]);
  expect(earlier.tags.get('successor-version')).toEqual([`${address}v/2/`]);
  expect(earlier.tags.get('robots')).toEqual(['noindex']);
  expect(earlier.tags.has('citation_pdf_url')).toBe(false);
  expect(earlier.graph[0]).toMatchObject({ version: '1', creativeWorkStatus: 'Obsolete', archivedAt: own });
});

test.each(site.briefs)('$slug names its series, data and sources', async ({ slug, facts, releases }) => {
  for (const language of site.languages) {
    const { tags, graph } = await headOf(published, `${language}/briefs/${slug}`);
    const series = facts.series && site.words.get(language)?.series[facts.series];
    expect(tags.get('citation_series_title') ?? []).toEqual(series ? [series] : []);
    expect((tags.get('collection') ?? []).length).toBe(series ? 1 : 0);
    const [report = {}] = graph;
    const { isBasedOn, citation } = report as {
      isBasedOn: { '@id': string }[];
      citation: { name: string }[];
    };
    expect(isBasedOn.length).toBe(releases.size);
    expect(citation.map(({ name }) => name)).toEqual(facts.references.map(({ title }) => title));
    expect(tags.get('DCTERMS.references')).toEqual([
      ...facts.references.flatMap(({ url }) => url ?? []),
      ...isBasedOn.map((own) => own['@id']),
    ]);
    expect(tags.get('og:locale:alternate')?.length).toBe(site.languages.length - 1);
    expect(report['isPartOf'] ?? {}).toMatchObject(series ? { name: series } : {});
    expect(report[language === 'en' ? 'workTranslation' : 'translationOfWork']).toBeDefined();
  }
});

test.each([...site.datasets.keys()])('the data set %s says how large its files are', async (id) => {
  const { tags, graph } = await headOf(published, `km/data/${id}`);
  const [dataset] = graph;
  for (const name of ['name', 'description', 'url', 'identifier', 'version', 'creator', 'publisher'])
    expect(dataset, name).toHaveProperty(name);
  const files = dataset?.['distribution'] as Record<string, string>[];
  expect(tags.get('item')).toEqual(files.map(({ contentUrl }) => contentUrl));
  for (const { contentUrl = '', contentSize } of files) {
    const bytes = await readFile(join(published, new URL(contentUrl).pathname));
    expect(contentSize).toBe(`${bytes.length} B`);
  }
});
