import { z } from 'zod';
import { type BriefDraft, isRevision, versionOf } from '../briefs/index.ts';
import { digestOf } from '../datasets/index.ts';
import { quote } from '../diagnostics/index.ts';
import { readBrief } from './read-briefs.ts';
import { finding, type Reading } from './reading.ts';
import type { Settings } from './settings.ts';

/** The digests of the files of each earlier version of a brief, `versions/digests.json`. */
export const versionDigestsSchema = z.record(
  z.string().regex(/^[1-9]\d*$/, 'The number of a version.'),
  z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/, '“sha256:” and 64 hexadecimal digits.')),
);

/** The digest of a file of an earlier version, whatever its line ends are in this copy. */
export const fileDigest = (text: string): string => digestOf(text.replace(/\r\n?/g, '\n'));

export const versionsFolder = (slug: string): string => `content/briefs/${slug}/versions`;

/** The earlier versions of a brief, newest first; what its history, its folders and their digests say of each other must agree. */
export function readVersions(
  reading: Reading,
  settings: Settings,
  present: BriefDraft,
): { version: number; draft: BriefDraft }[] {
  checkHistory(reading, present);
  const { slug, facts } = present;
  const folder = versionsFolder(slug);
  const newest = versionOf(facts.value.history);
  const digests = reading.json(`${folder}/digests.json`, versionDigestsSchema)?.value ?? {};
  for (const name of reading.folders(folder))
    if (!(Number(name) < newest))
      reading.report(
        finding(
          'version-unknown',
          `${folder}/${name}/brief.yaml`,
          { line: 1, column: 1 },
          `${quote(name)} is no earlier version of this brief, whose present version is ${newest}.`,
          'Say in brief.yaml, under “history”, which version came after it; or take the folder away.',
        ),
      );
  return Array.from({ length: newest - 1 }, (_, n) => newest - 1 - n).flatMap((version) => {
    if (!reading.folders(folder).includes(String(version))) {
      const entry = facts.value.history.findIndex((each) => each.version > version);
      reading.report(
        finding(
          'version-missing',
          facts.file.path,
          facts.at(['history', entry]),
          `Version ${version} is not kept: there is no ${folder}/${version}/.`,
          'Take its files from the history of the repository, or take the entry out and let “npm run new -- version” write it.',
        ),
      );
      return [];
    }
    checkFiles(reading, `${folder}/${version}`, version, digests[version] ?? {});
    const draft = readBrief(frozen(reading), settings, slug, `${folder}/${version}`);
    return draft ? [{ version, draft }] : [];
  });
}

/** A reading of files that nobody may mend: what the site no longer has is no mistake of theirs, and warnings are of no use. */
export const frozen = (reading: Reading): Reading => ({
  ...reading,
  report: (found) => {
    const past = ['language-unknown', 'words-unknown', 'topic-unknown', 'place-unknown'];
    if (found.severity === 'error' && !past.includes(found.rule)) reading.report(found);
  },
});

/** Versions come one after the other, from 2 on, and none before the one that it follows. */
function checkHistory({ report }: Reading, { facts: { value, file, at } }: BriefDraft): void {
  let version = 1;
  let { date } = value;
  for (const [n, entry] of value.history.entries()) {
    const wrong = (key: string, message: string, hint: string) =>
      report(finding('history-order', file.path, at(['history', n, key]), message, hint));
    const due = isRevision(entry) ? version + 1 : version;
    if (entry.version !== due)
      wrong(
        'version',
        `This entry is of version ${entry.version}, where ${due} is due.`,
        'Entries stand in their order: “corrected”, “updated” and “data-updated” have the next number, “translated” and “withdrawn” that of the version that was there.',
      );
    if (entry.date < date)
      wrong(
        'date',
        `This entry is of ${entry.date}, before ${n === 0 ? 'the date of the brief' : 'the one above it'}, ${date}.`,
        'Entries stand in their order, oldest first.',
      );
    ({ date } = entry);
    version = Math.max(version, entry.version);
  }
}

/** Every file of an earlier version is as it was, and none has come or gone. */
function checkFiles(
  reading: Reading,
  folder: string,
  version: number,
  digests: Readonly<Record<string, string>>,
): void {
  for (const name of new Set([...Object.keys(digests), ...reading.names(folder)])) {
    const path = `${folder}/${name}`;
    const file = reading.file(path);
    const error = (rule: string, message: string, hint: string) =>
      reading.report(finding(rule, path, { line: 1, column: 1 }, message, hint));
    if (digests[name] === undefined)
      error(
        'version-added',
        `This file was not part of version ${version} when it was published.`,
        'An earlier version is not translated or added to: write the file beside the present version, and take this one away.',
      );
    else if (!file || fileDigest(file.text) !== digests[name])
      error(
        'version-changed',
        `This file of version ${version} was ${file ? 'changed' : 'taken away'} after the version was published.`,
        'Undo the change (git checkout), and make it in the present version.',
      );
  }
}
