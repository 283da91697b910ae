import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Draft,
  datasetFactsSchema,
  type FileWords,
  finishDraft,
  firstWords,
  makeRelease,
  nextRelease,
  publish,
  rowsIn,
} from '../../datasets/index.ts';
import { type Diagnostic, didYouMean, Failure, reportText } from '../../diagnostics/index.ts';
import { type DataFolder, makeSite, type SiteFiles } from '../../site/index.ts';
import { datasetFiles, withStart } from '../../starting/index.ts';
import type { Given, Option } from '../arguments.ts';
import { answerTo, ask, canAsk } from '../ask.ts';
import { today } from '../today.ts';
import { writeStart } from '../write-start.ts';
import { counted } from './columns.ts';
import { describe } from './diff.ts';

const rhythms = datasetFactsSchema.shape.update.options;
const isRhythm = (text: string): text is (typeof rhythms)[number] => rhythms.some((each) => each === text);

/** Options of every command that publishes. */
export const publishing: Readonly<Record<string, Option>> = {
  publisher: { value: 'NAME', does: 'of a new data set: who publishes the numbers' },
  update: { value: 'HOW-OFTEN', does: `of a new data set: ${rhythms.join(', ')}` },
  changes: { value: 'TEXT', does: 'what is new in this release, for readers' },
  date: { value: 'DAY', does: 'its day of publication (default: today)' },
  yes: { does: 'publishes without asking once more' },
};

/** How many rows of a difference are shown before it is published. */
const shown = 5;

/**
 * Publishes a draft as the next release of its data set, with the words of a new one: all of it or
 * nothing, and nothing where it says the same as the last. `from` is the file that it replaces.
 */
export async function publishDraft(
  draft: Draft,
  {
    files,
    folder,
    given,
    words,
    from,
  }: {
    files: SiteFiles;
    folder: DataFolder;
    given: Given;
    words: FileWords;
    from?: string;
  },
): Promise<number> {
  const last = folder.datasets.get(draft.name)?.published.at(-1)?.release;
  const next = nextRelease(draft, last);
  if (!next) {
    console.log(
      `Nothing is different from release ${last?.version}. Nothing was written.${from ? ` ${from} can be taken away.` : ''}`,
    );
    return 0;
  }
  const { version, step, difference } = next;
  if (last && difference) {
    const after = makeRelease({ ...draft, version, created: '', changes: '' }, '');
    console.log(`\nDifferent from release ${last.version}\n\n${describe(difference, last, after, shown)}\n`);
    console.log(`So the next release is ${version} (${whys[step ?? 'patch']}).\n`);
  }
  const changes = await answerTo(given, {
    flag: 'changes',
    asks: 'what is new in this release, for readers',
    proposed: last ? undefined : 'First release.',
  });
  const further = await newFiles(draft, files, given, words);
  const release = finishDraft(draft, { version, created: given.text('date') ?? today(), changes });
  const made = publish(release, folder.digests);
  const kept = files.texts.has(made.path);
  const digests = ['data/releases.json', made.digests] as const;
  const hadDigests = files.texts.has(digests[0]);
  const begun = {
    added: new Map([
      ...(kept ? [] : [[made.path, made.text] as const]),
      ...further,
      ...(hadDigests ? [] : [digests]),
    ]),
    changed: new Map([...(kept ? [[made.path, made.text] as const] : []), ...(hadDigests ? [digests] : [])]),
    next: [],
  };
  const after = withStart(files, begun);
  const sources = (file: string) => after.texts.get(file)?.text;
  const fresh = newProblems(files, after);
  const wrong = fresh.filter(({ file }) => file === made.path || file === digests[0]);
  if (wrong.length > 0) throw new Failure(`${reportText(wrong, sources)}\n\nNothing was written.`);
  if (canAsk() && !given.flag('yes')) {
    const answer = await ask(`Publish this as ${draft.name} ${version}? It can never be changed. (yes/no)`);
    if (!/^y(es)?$/i.test(answer)) throw new Failure('Nothing was written.');
  }
  await writeStart(files, begun);
  if (from !== undefined && from !== made.path) await rm(join(files.folder, from), { force: true });
  console.log(
    `Published ${draft.name} ${version}, ${counted(rowsIn(release).length, Array.isArray(release.data) ? 'row' : 'place')}: ${made.path}`,
  );
  for (const path of further.keys()) console.log(`New       ${path}`);
  if (fresh.length > 0) console.log(`\nFor npm run check to pass:\n\n${reportText(fresh, sources)}`);
  return 0;
}

/** The facts and words that a data set lacks, as files. */
async function newFiles(
  draft: Draft,
  files: SiteFiles,
  given: Given,
  words: FileWords,
): Promise<ReadonlyMap<string, string>> {
  if (files.texts.has(`content/datasets/${draft.name}/dataset.yaml`)) return new Map();
  const [source] = draft.sources;
  const publisher = await answerTo(given, {
    flag: 'publisher',
    asks: 'who publishes the numbers',
    proposed: source?.title.split(',')[0],
  });
  const rhythm = await answerTo(given, {
    flag: 'update',
    asks: `how often new values come out: ${rhythms.join(', ')}`,
    proposed: 'irregular',
    problem: (answer) => (isRhythm(answer) ? undefined : didYouMean(answer, rhythms, 'choices')),
  });
  const update = isRhythm(rhythm) ? rhythm : 'irregular';
  const address = source?.path && URL.canParse(source.path) ? source.path : undefined;
  const first = firstWords(draft, { publisher, update, address, words });
  const made = datasetFiles(draft.name, { ...first, language: draft.language }, files);
  return new Map([...made].filter(([each]) => !files.texts.has(each)));
}

const whys = {
  major: 'rows are gone, or columns, key or definition are others',
  minor: 'there are new rows',
  patch: 'values were corrected, or what is said of them',
};

/** The errors that a site would have, and has not now. */
function newProblems(before: SiteFiles, after: SiteFiles): Diagnostic[] {
  const text = ({ rule, file, message }: Diagnostic) => `${rule} ${file} ${message}`;
  const old = new Set(makeSite(before).diagnostics.map(text));
  return makeSite(after).diagnostics.filter((each) => each.severity === 'error' && !old.has(text(each)));
}
