import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, type Release, type ReleaseFile, toCsv } from '../datasets/index.ts';
import type { Site } from './load.ts';

/** A file that a release can be taken away as. */
export interface ReleaseDownload {
  format: 'csv' | 'json';
  mediaType: string;
  bytes: number;
  /** `sha256:` and 64 hexadecimal digits. */
  hash: string;
}

/** What packages and catalogues say of a release: what its file says, and the files of it. */
export interface FiledRelease {
  release: Release;
  /** As published: types, constraints and titles of fields. */
  schema: ReleaseFile['schema'];
  downloads: readonly [csv: ReleaseDownload, json: ReleaseDownload];
}

/** The releases of a site with the files that readers can take away, by release. */
export async function readReleaseFiles({
  folder,
  datasets,
}: Pick<Site, 'folder' | 'datasets'>): Promise<Map<Release, FiledRelease>> {
  const releases = [...datasets.values()].flatMap((dataset) => [...dataset.releases.values()]);
  const filed = releases.map(async (release) => {
    const text = await readFile(join(folder, 'data', release.dataset, `${release.version}.json`), 'utf8');
    return [release, fileRelease(release, text)] as const;
  });
  return new Map(await Promise.all(filed));
}

/** A release with what the text of its file adds to it. */
export function fileRelease(release: Release, text: string): FiledRelease {
  const { schema } = JSON.parse(text) as ReleaseFile;
  return {
    release,
    schema,
    downloads: [download('csv', 'text/csv', toCsv(release)), download('json', 'application/json', text)],
  };
}

const download = (format: ReleaseDownload['format'], mediaType: string, text: string): ReleaseDownload => ({
  format,
  mediaType,
  bytes: Buffer.byteLength(text),
  hash: digestOf(text),
});
