import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { digestOf, toCsv } from '../datasets/index.ts';
import {
  cataloguePackage,
  type Described,
  dataCatalogue,
  datasetPackage,
  loadSite,
  makeAddresses,
  makeLocale,
  readReleaseFiles,
} from './index.ts';

const repository = resolve(import.meta.dirname, '../..');
const { site } = await loadSite(repository);
if (!site) throw new Error('The repository does not load');
const described: Described = { site, addresses: makeAddresses('/'), files: await readReleaseFiles(site) };
const releases = [...site.datasets.values()].flatMap((dataset) => [...dataset.releases.values()]);
const dataset = site.datasets.get('out-of-pocket-share');
if (!dataset) throw new Error('No data set');

const json = (path: string) => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
// The profiles name what a form would show, such as “textarea”, as formats.
addFormats.default(ajv).addFormat('textarea', true);
const profile = (name: string) => ajv.compile(json(`test/fixtures/profiles/${name}.json`));
const asPackage = profile('datapackage');
const asResource = profile('dataresource');

interface Resource {
  name: string;
  path: string;
  format: string;
  bytes: number;
  hash: string;
  title: string;
  [more: string]: unknown;
}
const resourcesOf = (made: object) => (made as { resources: Resource[] }).resources;

describe('data packages', () => {
  test('and the releases themselves are what the published profiles of version 2 ask for', () => {
    for (const made of [
      cataloguePackage(described),
      ...[...site.datasets.values()].map((each) => datasetPackage(described, each)),
    ]) {
      asPackage(made);
      expect(asPackage.errors).toBeNull();
      for (const resource of resourcesOf(made)) {
        asResource(resource);
        expect(asResource.errors).toBeNull();
      }
    }
    for (const { dataset, version } of releases) {
      asResource(json(`data/${dataset}/${version}.json`));
      expect(asResource.errors).toBeNull();
    }
  });

  test('name the very bytes that readers get', () => {
    const resources = resourcesOf(datasetPackage(described, dataset));
    expect(resources.map(({ path }) => path)).toEqual(['1.1.0.csv', '1.1.0.json', '1.0.0.csv', '1.0.0.json']);
    for (const { path, format, bytes, hash } of resources) {
      const release = dataset.releases.get(path.slice(0, 5));
      const text =
        format === 'json'
          ? readFileSync(join(repository, 'data/out-of-pocket-share', path), 'utf8')
          : toCsv(release ?? dataset.newest);
      expect(hash).toBe(digestOf(text));
      expect(bytes).toBe(Buffer.byteLength(text));
    }
    expect(resources[1]?.hash).toBe(dataset.newest.digest);
  });

  test('list each data set of the site once, in its newest release, maps too', () => {
    const resources = resourcesOf(cataloguePackage(described));
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    expect(resources.map(({ path }) => path)).toEqual(
      [...site.datasets.values()].flatMap(({ id, newest }) =>
        ['csv', 'json'].map((format) => `${id}/${newest.version}.${format}`),
      ),
    );
    expect(resources.map(({ name }) => name)).toContain('mainland-south-east-asia');
  });

  test('have titles in every language, those of fields too', () => {
    const [table] = resourcesOf(datasetPackage(described, dataset));
    expect(table).toMatchObject({
      title: 'Out-of-pocket share of current health expenditure',
      'title@vi': 'Tỷ trọng chi trả trực tiếp từ tiền túi trong chi thường xuyên cho y tế',
      schema: {
        fields: [{ name: 'place', title: 'Place' }, { title: 'Year', 'title@lo': 'ປີ' }, { name: 'value' }],
        primaryKey: ['place', 'year'],
      },
    });
    expect(table).toHaveProperty('title@km');
    expect(cataloguePackage(described)).toMatchObject({ languages: ['en', 'lo', 'km', 'vi'] });
  });
});

describe('the catalogue', () => {
  const nodeOf = async (id: string) => {
    const expanded = await expand();
    const found = nodes(expanded).find((each) => each['@id'] === id && each['@type']);
    if (!found) throw new Error(`No ${id}`);
    return found;
  };
  const expand = () =>
    jsonld.expand(
      dataCatalogue(described, (language) => makeLocale(site, language)),
      {
        documentLoader: (url: string) => {
          throw new Error(`It asks for ${url}`);
        },
      },
    );
  /** Every node of expanded JSON-LD. */
  const nodes = (part: unknown): Record<string, unknown>[] => {
    if (Array.isArray(part)) return part.flatMap(nodes);
    if (part === null || typeof part !== 'object') return [];
    return [part as Record<string, unknown>, ...Object.values(part).flatMap(nodes)];
  };
  const dcat = 'http://www.w3.org/ns/dcat#';
  const dct = 'http://purl.org/dc/terms/';
  const here = `${site.settings.address}data/`;

  test('names every data set and every release of it, with no name that means nothing', async () => {
    const all = nodes(await expand());
    const [catalogue] = all;
    expect(catalogue?.['@type']).toEqual([`${dcat}Catalog`]);
    expect(catalogue?.[`${dcat}dataset`]).toHaveLength(site.datasets.size);
    const ids = all.map((each) => each['@id']);
    for (const { dataset, version } of releases)
      expect(ids).toContain(`${here}catalog.jsonld#${dataset}-${version}`);
    // jsonld leaves out what the context does not know: nothing of ours may be lost.
    const keys = new Set(
      nodes(dataCatalogue(described, (each) => makeLocale(site, each))).flatMap(Object.keys),
    );
    const context = dataCatalogue(described, (each) => makeLocale(site, each))['@context'] as object;
    expect(
      [...keys].filter((key) => !key.startsWith('@') && !site.languages.includes(key) && !(key in context)),
    ).toEqual([]);
  });

  test('says what a data set is, of where and when, in every language', async () => {
    const node = await nodeOf(`${here}catalog.jsonld#out-of-pocket-share`);
    expect(node[`${dct}title`]).toContainEqual({
      '@language': 'vi',
      '@value': 'Tỷ trọng chi trả trực tiếp từ tiền túi trong chi thường xuyên cho y tế',
    });
    expect(node[`${dct}title`]).toHaveLength(4);
    const text = JSON.stringify(node);
    expect(text).toContain('"ກຳປູເຈຍ"');
    expect(text).toContain('frequency/ANNUAL');
    expect(text).toContain(`{"@type":"http://www.w3.org/2001/XMLSchema#gYear","@value":"2022"}`);
    expect(node[`${dcat}landingPage`]).toEqual([
      { '@id': `${site.settings.address}en/data/out-of-pocket-share/` },
    ]);
  });

  test('says how to fetch and check each file, and what came before', async () => {
    const file = await nodeOf(`${here}out-of-pocket-share/1.1.0.json`);
    const bytes = readFileSync(join(repository, 'data/out-of-pocket-share/1.1.0.json'));
    expect(file[`${dcat}byteSize`]).toEqual([
      { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@value': bytes.length },
    ]);
    expect(file[`${dcat}mediaType`]).toEqual([
      { '@id': 'https://www.iana.org/assignments/media-types/application/json' },
    ]);
    expect(JSON.stringify(file)).toContain(dataset.newest.digest.replace('sha256:', ''));
    const release = await nodeOf(`${here}catalog.jsonld#out-of-pocket-share-1.1.0`);
    expect(release[`${dcat}previousVersion`]).toEqual([
      { '@id': `${here}catalog.jsonld#out-of-pocket-share-1.0.0` },
    ]);
    expect(release['http://www.w3.org/ns/adms#versionNotes']).toEqual([
      { '@language': 'en', '@value': dataset.newest.about.changes },
    ]);
  });
});
