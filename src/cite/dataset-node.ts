import type { Dataset, LocalizedDataset, Release } from '../datasets/index.ts';
import type { Addresses, ReleaseDownload, Site } from '../site/index.ts';

/** The common codes of the United Nations for units (UNECE Recommendation 20); money has none. */
const unitCodes: Readonly<Record<string, string>> = { percent: 'P1', degree: 'DD' };

/**
 * What linked data says of a release besides what it says of every work, in the
 * words of schema.org: what is measured, the files with the digest of the one
 * that was published, and where the numbers come from (https://schema.org/Dataset).
 */
export function datasetNode(
  { settings }: Site,
  addresses: Addresses,
  {
    dataset,
    release,
    data,
    downloads,
  }: { dataset: Dataset; release: Release; data: LocalizedDataset; downloads: readonly ReleaseDownload[] },
): Record<string, unknown> {
  const absolute = (path: string) => new URL(path, settings.address).href;
  const { version, about, fields } = release;
  return {
    identifier: absolute(addresses.release(dataset.id, version, 'json')),
    creator: { '@type': 'Organization', name: data.publisher },
    variableMeasured: fields.flatMap(({ name, kind, description }) => {
      const field = data.field(name);
      return kind === 'measure' && field
        ? [
            {
              '@type': 'PropertyValue',
              name: field.title,
              unitText: field.unit,
              unitCode: field.sign && unitCodes[field.sign],
              description,
            },
          ]
        : [];
    }),
    distribution: downloads.map(({ format, mediaType, bytes, hash }) => ({
      '@type': 'DataDownload',
      contentUrl: absolute(addresses.release(dataset.id, version, format)),
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256: hash.replace('sha256:', ''),
      dateModified: about.created,
    })),
    includedInDataCatalog: { '@type': 'DataCatalog', url: absolute(addresses.catalogue) },
    isBasedOn: about.sources.map(({ title, path, version: release }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: path?.startsWith('http') ? path : undefined,
      version: release,
    })),
  };
}
