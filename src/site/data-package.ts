import type { Dataset, DatasetWords, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Addresses } from './addresses.ts';
import type { Site } from './load.ts';
import type { FiledRelease } from './release-files.ts';

/** What is asked of a site to describe its data. */
export interface Described {
  site: Pick<Site, 'settings' | 'languages' | 'sourceLanguage' | 'words' | 'datasets'>;
  addresses: Addresses;
  /** The files of its releases. */
  files: ReadonlyMap<Release, FiledRelease>;
}

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;

/** What all data sets of a site are, each in its newest release, as a Data Package (v2), which stands in `/data/`. */
export function cataloguePackage(described: Described): object {
  const { site, addresses } = described;
  const { settings, sourceLanguage, words } = site;
  const datasets = [...site.datasets.values()];
  const created = datasets
    .map(({ newest }) => newest.about.created)
    .sort()
    .at(-1);
  return {
    $schema: profile('datapackage'),
    name: new URL(settings.address).hostname,
    id: absolute(described, addresses.dataPackage()),
    ...inLanguages(site, 'title', (language) => words.get(language)?.name),
    ...inLanguages(site, 'description', (language) => words.get(language)?.tagline),
    languages: site.languages,
    homepage: absolute(described, addresses.home(sourceLanguage)),
    ...(created === undefined ? {} : { created: `${created}T00:00:00Z` }),
    contributors: [distributor(site)],
    resources: datasets.flatMap((dataset) =>
      resourcesOf(described, dataset, dataset.newest, { name: dataset.id, folder: `${dataset.id}/` }),
    ),
  };
}

/** All releases of a data set, the newest first, as a Data Package (v2), which stands in `/data/<id>/`. */
export function datasetPackage(described: Described, dataset: Dataset): object {
  const { site, addresses } = described;
  const { newest, releases, id } = dataset;
  const { created, licenses, licenseNote, sources } = newest.about;
  const publisher = wordsOf(dataset, ({ publisher }) => publisher)(site.sourceLanguage);
  return {
    $schema: profile('datapackage'),
    name: id,
    id: absolute(described, addresses.dataPackage(id)),
    ...titlesOf(site, dataset),
    languages: site.languages,
    homepage: absolute(described, addresses.dataset(site.sourceLanguage, id)),
    version: newest.version,
    created: `${created}T00:00:00Z`,
    ...(licenses ? { licenses } : {}),
    ...(licenseNote === undefined ? {} : { licenseNote }),
    sources,
    contributors: [{ title: publisher, roles: ['publisher'] }, distributor(site)],
    resources: [...releases.values()]
      .reverse()
      .flatMap((release) =>
        resourcesOf(described, dataset, release, { name: `${id}-${release.version}`, folder: '' }),
      ),
  };
}

/** The title and the description of a data set in each language. */
const titlesOf = (site: Described['site'], dataset: Dataset): Record<string, string> => ({
  ...inLanguages(
    site,
    'title',
    wordsOf(dataset, ({ title }) => title),
  ),
  ...inLanguages(
    site,
    'description',
    wordsOf(dataset, ({ description }) => description),
  ),
});

/** The files of a release: its rows as a table, and the release itself, which is the one of record. */
function resourcesOf(
  { site, files }: Described,
  dataset: Dataset,
  release: Release,
  { name, folder }: { name: string; folder: string },
): object[] {
  const filed = files.get(release);
  if (!filed) throw new Error(`The file of ${release.dataset} ${release.version} was not read`);
  const { version, about } = release;
  const shared = {
    ...titlesOf(site, dataset),
    version,
    created: about.created,
    changes: about.changes,
    ...(about.licenses ? { licenses: about.licenses } : {}),
    ...(about.licenseNote === undefined ? {} : { licenseNote: about.licenseNote }),
    sources: about.sources,
  };
  const fields = filed.schema.fields.map((field) => ({
    ...field,
    ...inLanguages(
      site,
      'title',
      wordsOf(dataset, ({ fields }) => fields[field.name]?.title),
    ),
  }));
  return filed.downloads.map(({ format, mediaType, bytes, hash }) => ({
    $schema: profile('dataresource'),
    name: format === 'csv' ? name : `${name}-${format}`,
    ...(format === 'csv' ? { type: 'table' } : {}),
    path: `${folder}${version}.${format}`,
    format,
    mediatype: mediaType,
    encoding: 'utf-8',
    bytes,
    hash,
    ...shared,
    ...(format === 'csv' ? { schema: { ...filed.schema, fields } } : {}),
  }));
}

/**
 * A property in the source language, and beside it in the others as
 * `title@lo`. The recipe for languages would have one object for all of them,
 * but the published profiles of version 2 know a text only; its rule for the
 * names of translated fields fits both.
 * @see https://datapackage.org/recipes/language-support/
 * @see https://datapackage.org/recipes/translation-support/
 */
function inLanguages(
  { languages, sourceLanguage }: Described['site'],
  name: string,
  textIn: (language: Language) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = textIn(language);
      return text === undefined ? [] : [[language === sourceLanguage ? name : `${name}@${language}`, text]];
    }),
  );
}

const wordsOf =
  ({ words }: Dataset, pick: (own: DatasetWords) => string | undefined) =>
  (language: Language): string | undefined => {
    const own = words.get(language);
    return own && pick(own);
  };

const distributor = ({ words, sourceLanguage, settings }: Described['site']): object => ({
  title: words.get(sourceLanguage)?.publisher.name,
  path: settings.address,
  roles: ['distributor'],
});

const absolute = ({ site }: Described, path: string): string => new URL(path, site.settings.address).href;
