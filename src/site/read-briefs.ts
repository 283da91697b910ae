import {
  type BriefDraft,
  briefFactsSchema,
  factsOf,
  frontMatterSchema,
  noteIdOf,
  readDocument,
  sourceRecordSchema,
  splitFrontMatter,
  wordIdsOf,
} from '../briefs/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import { parseYaml } from '../source/index.ts';
import { finding, once, type Reading } from './reading.ts';
import type { Settings } from './settings.ts';

/** Every brief as its own files say it; nothing that it refers to is looked up yet. */
export function readBriefs(reading: Reading, settings: Settings): BriefDraft[] {
  const slugs = reading.folders('content/briefs');
  const drafts = slugs.flatMap((slug) => readBrief(reading, settings, slug, `content/briefs/${slug}`) ?? []);
  checkAliases(reading, drafts, slugs);
  return drafts;
}

/** A brief, or an earlier version of one, from the folder that its files stand in. */
export function readBrief(
  reading: Reading,
  settings: Settings,
  slug: string,
  folder: string,
): BriefDraft | undefined {
  const facts = reading.requiredYaml(`${folder}/brief.yaml`, briefFactsSchema, 'the facts of a brief');
  const source = facts?.value.language ?? settings.languages[0] ?? '';
  for (const name of reading.names(folder)) {
    const language = /^(.+)\.mdx$/.exec(name)?.[1];
    if (language === undefined || settings.languages.includes(language)) continue;
    reading.report(
      finding(
        'language-unknown',
        `${folder}/${name}`,
        { line: 1, column: 1 },
        `${quote(language)} is no language of the site.`,
        `Add it to “languages” in site.yaml, or call the file after one of them: ${settings.languages.join(', ')}.`,
      ),
    );
  }
  if (!reading.file(`${folder}/${source}.mdx`)) {
    reading.report(
      finding(
        'file-missing',
        `${folder}/${source}.mdx`,
        { line: 1, column: 1 },
        'This file is missing: the text of a brief in the language it was written in.',
        `Write ${folder}/${source}.mdx, or name another “language” in brief.yaml.`,
      ),
    );
  }
  const translations = settings.languages.flatMap(
    (language) => readTranslation(reading, `${folder}/${language}.mdx`, language) ?? [],
  );
  if (!facts || !translations.some(({ language }) => language === source)) return undefined;
  const draft: BriefDraft = { slug, facts, translations };
  checkWords(reading, draft, source);
  return draft;
}

function readTranslation(
  reading: Reading,
  path: string,
  language: Language,
): BriefDraft['translations'][number] | undefined {
  const file = reading.file(path);
  if (!file) return undefined;
  const parts = splitFrontMatter(file.text);
  if (!parts) {
    reading.report(
      finding(
        'front-matter',
        path,
        { line: 1, column: 1 },
        'The text has no front matter.',
        'Begin the file with a line ---, then title:, summary: and state:, then a line ---.',
      ),
    );
    return undefined;
  }
  const { matter, body, bodyLine } = parts;
  const words = once(file, frontMatterSchema, reading.report, (note) =>
    parseYaml(file, frontMatterSchema, note, { text: matter, firstLine: 2 }),
  );
  const document = once(file, readDocument, reading.report, (note) =>
    readDocument(file, { body, bodyLine, language }, note),
  );
  const record = reading.yaml(path.replace(/mdx$/, 'source.yaml'), sourceRecordSchema)?.value;
  return (
    words && document && { language, file: path, matter: words.value, matterAt: words.at, document, record }
  );
}

/** The ids in brief.yaml have their words in the source language, and no language has others. */
function checkWords(reading: Reading, { facts, translations }: BriefDraft, source: Language): void {
  const needed = [
    ...wordIdsOf(factsOf(facts.value)),
    ...facts.value.history.flatMap((entry) => noteIdOf(entry) ?? []),
  ];
  for (const { language, file, matter, matterAt } of translations) {
    const keys = Object.keys(matter.words);
    for (const key of keys.filter((each) => !needed.includes(each))) {
      reading.report(
        finding(
          'words-unknown',
          file,
          matterAt(['words', key]),
          `${quote(key)} is no id of brief.yaml.`,
          didYouMean(key, needed, 'ids of brief.yaml'),
        ),
      );
    }
    if (language !== source) continue;
    for (const key of needed.filter((each) => !keys.includes(each))) {
      reading.report(
        finding(
          'words-missing',
          file,
          matterAt(['words']),
          `The words of ${quote(key)} are missing, which brief.yaml names.`,
          `Add under words: “${key}: …”.`,
        ),
      );
    }
  }
}

/** An address leads to one brief: a name that a brief had is no other's, now or before. */
function checkAliases({ report }: Reading, drafts: readonly BriefDraft[], slugs: readonly string[]): void {
  const taken = new Map(slugs.map((slug) => [slug, slug]));
  for (const { slug, facts } of drafts)
    for (const [n, alias] of facts.value.aliases.entries()) {
      const owner = taken.get(alias);
      taken.set(alias, slug);
      if (owner === undefined) continue;
      report(
        finding(
          'alias-taken',
          facts.file.path,
          facts.at(['aliases', n]),
          owner === slug
            ? `${quote(alias)} is the name of this brief already.`
            : `${quote(alias)} leads to the brief ${quote(owner)} already.`,
          'Take it out here, or there.',
        ),
      );
    }
}
