import { compare } from 'semver';
import {
  type Digests,
  digestOf,
  makeRelease,
  type Release,
  type ReleaseFile,
  releaseSchema,
} from '../datasets/index.ts';
import { didYouMean, Failure, quote } from '../diagnostics/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { readSettings } from './read-interface.ts';
import { startReading } from './reading.ts';
import { digestsSchema, type Settings } from './settings.ts';

/** A release that was published and is still as it was. */
export interface Published {
  file: ReleaseFile;
  release: Release;
}

/** The releases of one data set as they lie in data/. */
export interface FiledReleases {
  /** Oldest first. */
  published: readonly Published[];
  /** Drafts, and files whose version data/releases.json does not know. */
  drafts: readonly SourceFile[];
}

export interface DataFolder {
  settings: Settings;
  digests: Digests;
  datasets: ReadonlyMap<string, FiledReleases>;
}

/** Reads data/ and site.yaml of a site, whether or not the rest of it holds together. A release that was changed stops it. */
export function readDataFolder(files: SiteFiles): DataFolder {
  const problems: string[] = [];
  const reading = startReading(files, ({ file, line, column, message, hint }) =>
    problems.push(`${file}:${line}:${column}  ${message} ${hint}`),
  );
  const settings = readSettings(reading);
  const digests = reading.json('data/releases.json', digestsSchema)?.value ?? {};
  const read = (id: string): FiledReleases => {
    const published: Published[] = [];
    const drafts: SourceFile[] = [];
    for (const name of reading.names(`data/${id}`)) {
      const path = `data/${id}/${name}`;
      const file = reading.file(path);
      const known = digests[id]?.[name.replace(/\.json$/, '')];
      if (!file) continue;
      if (known === undefined) drafts.push(file);
      else if (known !== digestOf(file.text))
        problems.push(
          `${path}  This release was changed after it was published. Undo the change (git checkout).`,
        );
      else {
        const parsed = reading.json(path, releaseSchema);
        if (parsed) published.push({ file: parsed.value, release: makeRelease(parsed.value, known) });
      }
    }
    published.sort((a, b) => compare(a.file.version, b.file.version));
    return { published, drafts };
  };
  const datasets = new Map(reading.folders('data').map((id) => [id, read(id)]));
  if (!settings || problems.length > 0) throw new Failure(problems.join('\n'));
  return { settings, digests, datasets };
}

/** One release by data set and version; the newest, where no version is named. */
export function findRelease({ datasets }: DataFolder, id: string, version?: string): Published {
  const published = datasets.get(id)?.published;
  if (!published?.length)
    throw new Failure(`There is no data set ${quote(id)}. ${didYouMean(id, datasets.keys(), 'data sets')}`);
  const found =
    version === undefined ? published.at(-1) : published.find(({ file }) => file.version === version);
  if (!found)
    throw new Failure(
      `Release ${version} of ${quote(id)} was never published. Published: ${published.map(({ file }) => file.version).join(', ')}.`,
    );
  return found;
}
