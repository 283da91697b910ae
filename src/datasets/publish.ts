import { compareReleases, type Difference } from './diff.ts';
import { nextVersion, type Step, stepOf } from './next-version.ts';
import { type Draft, makeRelease, type Release, type ReleaseFile, type Version } from './release.ts';
import { releaseText } from './release-text.ts';
import { digestOf } from './verify.ts';

/** What a draft would be as the next release. */
export interface Next {
  version: Version;
  /** The step from the last release; none for the first. */
  step?: Step;
  difference?: Difference;
}

/** The version that a draft gets after the last release, and what it changes; nothing where it says the same. */
export function nextRelease(draft: Draft, last: Release | undefined): Next | undefined {
  if (!last) return { version: '1.0.0' };
  const difference = compareReleases(
    last,
    makeRelease({ ...draft, version: '', created: '', changes: '' }, ''),
  );
  const step = stepOf(difference);
  return step && { version: nextVersion(last.version, step), step, difference };
}

/** A draft as it is published, with its keys in the order of docs/content.md. */
export function finishDraft(
  draft: Draft,
  { version, created, changes }: Pick<ReleaseFile, 'version' | 'created' | 'changes'>,
): ReleaseFile {
  const {
    $schema,
    name,
    title,
    description,
    language,
    sources,
    licenses,
    licenseNote,
    notes,
    format,
    mediatype,
    schema,
    data,
  } = draft;
  return {
    $schema,
    name,
    version,
    created,
    title,
    description,
    language,
    sources,
    ...(licenses ? { licenses } : {}),
    ...(licenseNote ? { licenseNote } : {}),
    changes,
    ...(notes ? { notes } : {}),
    ...(format ? { format } : {}),
    ...(mediatype ? { mediatype } : {}),
    schema,
    data,
  };
}

/** Digests of published releases, by data set and version. */
export type Digests = Readonly<Record<string, Readonly<Record<Version, string>>>>;

/** The texts that publish a release: its own file, and data/releases.json with its digest. */
export function publish(
  release: ReleaseFile,
  digests: Digests,
): { path: string; text: string; digests: string } {
  const { name, version } = release;
  const text = releaseText(release);
  const all = { ...digests, [name]: { ...digests[name], [version]: digestOf(text) } };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: `data/${name}/${version}.json`, text, digests: `${JSON.stringify(sorted, null, 2)}\n` };
}
