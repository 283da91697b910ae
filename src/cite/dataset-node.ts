import type { Dataset, LocalizedDataset, Release } from '../datasets/index.ts';
import type { Addresses, Site } from '../site/index.ts';

/**
 * What linked data says of a release besides what it says of every work, in the
 * words of schema.org: what is measured, the files with the digest of the one
 * that was published, and where the numbers come from (https://schema.org/Dataset).
 */
export function datasetNode(
  { settings }: Site,
  addresses: Addresses,
  { dataset, release, data }: { dataset: Dataset; release: Release; data: LocalizedDataset },
): Record<string, unknown> {
  const absolute = (path: string) => new URL(path, settings.address).href;
  const { version, about, digest, fields } = release;
  const file = (format: 'json' | 'csv', encodingFormat: string, more = {}) => ({
    '@type': 'DataDownload',
    contentUrl: absolute(addresses.release(dataset.id, version, format)),
    encodingFormat,
    dateModified: about.created,
    ...more,
  });
  return {
    identifier: absolute(addresses.release(dataset.id, version, 'json')),
    variableMeasured: fields.flatMap(({ name, kind, description }) => {
      const field = data.field(name);
      return kind === 'measure' && field
        ? [{ '@type': 'PropertyValue', name: field.title, unitText: field.unit, description }]
        : [];
    }),
    distribution: [
      file('json', 'application/json', { sha256: digest.replace('sha256:', '') }),
      file('csv', 'text/csv'),
    ],
    includedInDataCatalog: { '@type': 'DataCatalog', url: absolute(addresses.catalogue) },
    isBasedOn: about.sources.map(({ title, path, version: release }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: path?.startsWith('http') ? path : undefined,
      version: release,
    })),
  };
}
