import { compare } from 'semver';
import {
  type Dataset,
  type DatasetWords,
  datasetFactsSchema,
  datasetWordsSchema,
  digestOf,
  draftName,
  makeRelease,
  type Release,
  releaseSchema,
  rowsIn,
  valuesOf,
  verifyRows,
} from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { isCountry, type Language } from '../i18n/index.ts';
import type { Sourced } from '../source/index.ts';
import { finding, once, type Reading } from './reading.ts';
import { digestsSchema, type Settings, type SiteWords } from './settings.ts';
import { checkKeys, readWords, valuesOnly } from './words.ts';

type Digests = Sourced<Record<string, Record<string, string>>>;
const digestsPath = 'data/releases.json';

/** Every data set with its facts, its words and all its releases. */
export function readDatasets(
  reading: Reading,
  settings: Settings,
  siteWords: ReadonlyMap<Language, SiteWords>,
): Map<string, Dataset> {
  const digests = reading.json(digestsPath, digestsSchema);
  const ids = reading.folders('content/datasets');
  if (digests) checkPublished(reading, digests);
  for (const id of reading.folders('data')) {
    const [name] = reading.names(`data/${id}`).filter((each) => each !== draftName);
    if (ids.includes(id) || name === undefined) continue;
    reading.report(
      finding(
        'dataset-unknown',
        `data/${id}/${name}`,
        { line: 1, column: 1 },
        `There are releases of ${quote(id)}, but no content/datasets/${id}/.`,
        didYouMean(id, ids, 'data sets'),
      ),
    );
  }
  const datasets = new Map<string, Dataset>();
  for (const id of ids) {
    const facts = reading.requiredYaml(
      `content/datasets/${id}/dataset.yaml`,
      datasetFactsSchema,
      'the facts of a data set',
    );
    const releases = readReleases(reading, id, digests, settings);
    const newest = [...releases.values()].at(-1);
    if (!newest) {
      reading.report(
        finding(
          'dataset-empty',
          `content/datasets/${id}/dataset.yaml`,
          { line: 1, column: 1 },
          `${quote(id)} has no release that can be read, so readers do not see it.`,
          `Bring in its numbers: npm run data -- import FILE --dataset ${id}`,
          'warning',
        ),
      );
    }
    const words = readWords(reading, `content/datasets/${id}`, datasetWordsSchema, settings.languages);
    if (!facts || !newest || words.size === 0) continue;
    checkDatasetWords(reading, words, newest, settings, siteWords);
    for (const name of Object.keys(facts.value.fields ?? {})) {
      if (newest.fields.some((field) => field.name === name)) continue;
      reading.report(
        finding(
          'words-unknown',
          facts.file.path,
          facts.at(['fields', name]),
          `${quote(name)} is no field of release ${newest.version}.`,
          didYouMean(
            name,
            newest.fields.map((field) => field.name),
            'fields',
          ),
        ),
      );
    }
    datasets.set(id, { id, facts: facts.value, words: valuesOnly(words), releases, newest });
  }
  return datasets;
}

function readReleases(
  reading: Reading,
  id: string,
  digests: Digests | undefined,
  { places }: Settings,
): Map<string, Release> {
  const found: Release[] = [];
  for (const name of reading.names(`data/${id}`)) {
    const path = `data/${id}/${name}`;
    if (name === draftName) continue;
    const source = reading.json(path, releaseSchema);
    if (!source) continue;
    const { value: release, file, at } = source;
    const digest = digestOf(file.text);
    const error = (rule: string, where: readonly string[], message: string, hint: string) =>
      reading.report(finding(rule, path, at(where), message, hint));
    if (release.name !== id)
      error(
        'release-name',
        ['name'],
        `The release says that it is of ${quote(release.name)}.`,
        `In data/${id}/ its name must be ${quote(id)}.`,
      );
    if (`${release.version}.json` !== name)
      error(
        'release-name',
        ['version'],
        `The file is called ${name}, and its version is ${release.version}.`,
        `Call it ${release.version}.json, or correct the version.`,
      );
    const published = digests?.value[id]?.[release.version];
    if (published === undefined) {
      error(
        'release-unpublished',
        [],
        `${digestsPath} does not know this release.`,
        `Publish it: npm run data -- release ${id}`,
      );
    } else if (published !== digest) {
      error(
        'release-changed',
        [],
        'This release was changed after it was published, and its numbers may stand in print.',
        'Undo the change (git checkout), and publish what is new as a release of its own.',
      );
    }
    once(file, verifyRows, reading.report, (note) => verifyRows(source, note));
    const made = once(file, makeRelease, reading.report, () => makeRelease(release, digest));
    for (const field of made.fields.filter(({ kind }) => kind === 'place')) {
      for (const code of valuesOf(made.rows, field.name)) {
        if (isCountry(code) || Object.hasOwn(places, code)) continue;
        const row = rowsIn(release).find((each) => each.row[field.name] === code);
        reading.report(
          finding(
            'place-unknown',
            path,
            at([...(row?.path ?? []), field.name]),
            `${quote(code)} is no country and no place of site.yaml.`,
            didYouMean(code, Object.keys(places), 'places of site.yaml'),
          ),
        );
      }
    }
    found.push(made);
  }
  return new Map(
    found.sort((a, b) => compare(a.version, b.version)).map((release) => [release.version, release]),
  );
}

/** A release that was published must still be there. */
function checkPublished(reading: Reading, { value, file, at }: Digests): void {
  for (const [id, versions] of Object.entries(value)) {
    for (const version of Object.keys(versions)) {
      if (reading.file(`data/${id}/${version}.json`)) continue;
      reading.report(
        finding(
          'release-gone',
          file.path,
          at([id, version]),
          `Release ${version} of ${quote(id)} was published, and its file is gone.`,
          `Bring back data/${id}/${version}.json (git checkout). A published release is never taken away.`,
        ),
      );
    }
  }
}

function checkDatasetWords(
  reading: Reading,
  words: ReadonlyMap<Language, Sourced<DatasetWords>>,
  release: Release,
  settings: Settings,
  siteWords: ReadonlyMap<Language, SiteWords>,
): void {
  const [source = ''] = settings.languages;
  const fields = release.fields.map(({ name }) => name);
  checkKeys(reading, {
    words,
    source,
    path: ['fields'],
    needed: fields,
    keysOf: (each) => Object.keys(each.fields),
    what: 'fields',
  });
  checkNotes(reading, words, release, source);
  const own = words.get(source);
  if (!own) return;
  for (const field of release.fields) {
    const named = own.value.fields[field.name]?.values ?? {};
    const unnamed = (code: string) => {
      if (Object.hasOwn(named, code)) return false;
      if (field.kind !== 'place') return true;
      return (
        !isCountry(code) && !settings.places[code]?.m49 && siteWords.get(source)?.places[code] === undefined
      );
    };
    const codes = field.kind === 'place' ? valuesOf(release.rows, field.name) : field.categories;
    for (const code of codes.filter(unnamed)) {
      reading.report(
        finding(
          'words-missing',
          own.file.path,
          own.at(['fields', field.name]),
          `${quote(code)} of ${quote(field.name)} has no name.`,
          `Add under fields, ${field.name}, values: “${code}: …”.`,
        ),
      );
    }
  }
}

/** Translated notes must be notes of the newest release. */
function checkNotes(
  reading: Reading,
  words: ReadonlyMap<Language, Sourced<DatasetWords>>,
  release: Release,
  source: Language,
): void {
  const notes = Object.keys(release.about.notes ?? {});
  const others = new Map([...words].filter(([language]) => language !== source));
  checkKeys(reading, {
    words: others,
    source,
    path: ['notes'],
    needed: notes,
    keysOf: (each) => Object.keys(each.notes ?? {}),
    what: 'notes of the newest release',
  });
}
