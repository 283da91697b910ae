import { type Dataset, type DatasetWords, type Release, valuesOf } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Described } from './data-package.ts';
import type { Locale } from './locale.ts';
import { licenceAddress } from './record.ts';

type Node = Readonly<Record<string, unknown>>;

/**
 * The data sets of a site as a catalogue in JSON-LD: each data set with all of
 * its releases as versions of it, each release with its files.
 * @see https://www.w3.org/TR/vocab-dcat-3/
 */
export function dataCatalogue(described: Described, localeOf: (language: Language) => Locale): Node {
  const { site, addresses } = described;
  const { settings, sourceLanguage, languages, words, datasets } = site;
  const absolute = (path: string) => new URL(path, settings.address).href;
  const catalogue = absolute(addresses.catalogue);
  const idOf = (dataset: string, version?: string) =>
    `${catalogue}#${dataset}${version === undefined ? '' : `-${version}`}`;
  const pageOf = (id: string) => absolute(addresses.dataset(sourceLanguage, id));
  const inLanguages = (textIn: (language: Language) => string | undefined): Node =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = textIn(language);
        return text === undefined ? [] : [[language, text]];
      }),
    );
  const publisher = inLanguages((language) => words.get(language)?.publisher.name);

  const distribution = (release: Release): Node[] =>
    (described.files.get(release)?.downloads ?? []).map(({ format, mediaType, bytes, hash }) => ({
      '@id': absolute(addresses.release(release.dataset, release.version, format)),
      '@type': 'dcat:Distribution',
      accessURL: pageOf(release.dataset),
      downloadURL: absolute(addresses.release(release.dataset, release.version, format)),
      mediaType: `https://www.iana.org/assignments/media-types/${mediaType}`,
      byteSize: bytes,
      ...rightsOf(release),
      checksum: {
        '@type': 'spdx:Checksum',
        algorithm: 'spdx:checksumAlgorithm_sha256',
        checksumValue: hash.replace('sha256:', ''),
      },
    }));

  const place = (code: string): Node => ({
    '@type': 'dct:Location',
    code,
    placeName: inLanguages((language) => localeOf(language).place(code)),
  });

  const versionsOf = ({ id, releases }: Dataset): Node[] => {
    const all = [...releases.values()];
    return all.map((release, n) => {
      const { about, version } = release;
      const before = all[n - 1];
      return {
        '@id': idOf(id, version),
        '@type': 'dcat:Dataset',
        isVersionOf: idOf(id),
        title: { [about.language]: about.title },
        description: { [about.language]: about.description },
        version,
        issued: about.created,
        versionNotes: { [about.language]: about.changes },
        ...(before ? { previousVersion: idOf(id, before.version) } : {}),
        ...rightsOf(release),
        provenance: about.sources.map(({ title, version: state, retrievedFrom }) => ({
          '@type': 'dct:ProvenanceStatement',
          label: { [about.language]: [title, state, retrievedFrom].filter(Boolean).join('; ') },
        })),
        source: about.sources.flatMap(({ path }) => (path?.startsWith('http') ? [path] : [])),
        landingPage: pageOf(id),
        distribution: distribution(release),
      };
    });
  };

  const describe = (dataset: Dataset): Node => {
    const { id, facts, newest, releases } = dataset;
    const worded = (pick: (own: DatasetWords) => string) =>
      inLanguages((language) => {
        const own = dataset.words.get(language);
        return own && pick(own);
      });
    const first = [...releases.values()][0] ?? newest;
    return {
      '@id': idOf(id),
      '@type': 'dcat:Dataset',
      title: worded(({ title }) => title),
      description: worded(({ description }) => description),
      identifier: id,
      publisher: { '@type': 'foaf:Agent', name: worded((own) => own.publisher) },
      issued: first.about.created,
      modified: newest.about.created,
      accrualPeriodicity: `${frequencies}${frequency[facts.update]}`,
      language: newest.about.language,
      ...rightsOf(newest),
      spatial: valuesIn(newest, 'place').map(place),
      ...periodOf(newest),
      landingPage: pageOf(id),
      distribution: distribution(newest),
      hasCurrentVersion: idOf(id, newest.version),
      hasVersion: versionsOf(dataset),
    };
  };

  return {
    '@context': context,
    '@id': catalogue,
    '@type': 'dcat:Catalog',
    title: inLanguages((language) => words.get(language)?.name),
    description: inLanguages((language) => words.get(language)?.tagline),
    publisher: { '@type': 'foaf:Agent', name: publisher },
    homepage: absolute(addresses.home(sourceLanguage)),
    language: languages,
    license: licenceAddress(settings.license),
    dataset: [...datasets.values()].map(describe),
  };
}

const valuesIn = ({ fields, rows }: Release, kind: string): string[] =>
  fields.filter((field) => field.kind === kind).flatMap(({ name }) => valuesOf(rows, name));

/** The years from the first to the last one. */
function periodOf(release: Release): Node {
  const years = valuesIn(release, 'year').map(Number);
  if (years.length === 0) return {};
  const year = (value: number) => String(value).padStart(4, '0');
  return {
    temporal: {
      '@type': 'dct:PeriodOfTime',
      startDate: year(Math.min(...years)),
      endDate: year(Math.max(...years)),
    },
  };
}

/** The licences, by their addresses; in words, what is not sure of them. */
const rightsOf = ({ about: { licenses = [], licenseNote, language } }: Release): Node => ({
  ...(licenses.length > 0 ? { license: licenses.map(({ name, path }) => path ?? licenceAddress(name)) } : {}),
  ...(licenseNote === undefined
    ? {}
    : { rights: { '@type': 'dct:RightsStatement', label: { [language]: licenseNote } } }),
});

/** @see https://op.europa.eu/en/web/eu-vocabularies/dataset/-/resource?uri=http://publications.europa.eu/resource/dataset/frequency */
const frequencies = 'http://publications.europa.eu/resource/authority/frequency/';
const frequency = { yearly: 'ANNUAL', irregular: 'IRREG', once: 'NEVER' } as const;

const link = (id: string) => ({ '@id': id, '@type': '@id' });
const text = (id: string) => ({ '@id': id, '@container': '@language' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': `xsd:${type}` });

/** What the short names mean, so that nothing has to be fetched to understand them. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: text('dct:title'),
  description: text('dct:description'),
  identifier: 'dct:identifier',
  publisher: 'dct:publisher',
  name: text('foaf:name'),
  homepage: link('foaf:homepage'),
  language: 'dct:language',
  license: link('dct:license'),
  rights: 'dct:rights',
  issued: typed('dct:issued', 'date'),
  modified: typed('dct:modified', 'date'),
  accrualPeriodicity: link('dct:accrualPeriodicity'),
  provenance: 'dct:provenance',
  source: link('dct:source'),
  spatial: 'dct:spatial',
  temporal: 'dct:temporal',
  label: text('rdfs:label'),
  code: 'dct:identifier',
  placeName: text('skos:prefLabel'),
  startDate: typed('dcat:startDate', 'gYear'),
  endDate: typed('dcat:endDate', 'gYear'),
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  landingPage: link('dcat:landingPage'),
  accessURL: link('dcat:accessURL'),
  downloadURL: link('dcat:downloadURL'),
  mediaType: link('dcat:mediaType'),
  byteSize: typed('dcat:byteSize', 'nonNegativeInteger'),
  checksum: 'spdx:checksum',
  algorithm: link('spdx:algorithm'),
  checksumValue: typed('spdx:checksumValue', 'hexBinary'),
  version: 'dcat:version',
  versionNotes: text('adms:versionNotes'),
  isVersionOf: link('dcat:isVersionOf'),
  hasVersion: 'dcat:hasVersion',
  hasCurrentVersion: link('dcat:hasCurrentVersion'),
  previousVersion: link('dcat:previousVersion'),
};
