import { plainProblems } from '../briefs/index.ts';
import { quote } from '../diagnostics/index.ts';
import {
  flatMessages,
  type Language,
  type MessageTree,
  messageArguments,
  messageProblem,
} from '../i18n/index.ts';
import { checkFormat } from './format.ts';
import { neededMessages } from './needed-messages.ts';
import { finding, type Reading } from './reading.ts';
import {
  type GlossaryWords,
  glossarySchema,
  glossaryWordsSchema,
  messagesSchema,
  type Settings,
  type SiteWords,
  settingsSchema,
  siteWordsSchema,
} from './settings.ts';
import { checkKeys, readWords, valuesOnly } from './words.ts';

export function readSettings(reading: Reading): Settings | undefined {
  if (!checkFormat(reading)) return undefined;
  const settings = reading.requiredYaml(
    'content/site/site.yaml',
    settingsSchema,
    'the address and the languages of the site',
  );
  return settings?.value;
}

export function readSiteWords(reading: Reading, settings: Settings): Map<Language, SiteWords> {
  const [source = ''] = settings.languages;
  const words = readWords(reading, 'content/site', siteWordsSchema, settings.languages);
  const shared = { words, source } as const;
  checkKeys(reading, {
    ...shared,
    path: ['topics'],
    needed: settings.topics,
    keysOf: ({ topics }) => Object.keys(topics),
    what: 'topics of site.yaml',
  });
  checkKeys(reading, {
    ...shared,
    path: ['series'],
    needed: settings.series,
    keysOf: ({ series }) => Object.keys(series),
    what: 'series of site.yaml',
  });
  for (const { value, file, at } of words.values())
    for (const { message, hint } of plainProblems(value.about))
      reading.report(finding('schema', file.path, at(['about']), message, hint));
  return valuesOnly(words);
}

export interface Glossary {
  /** The ids of terms, in the order of glossary.yaml, each with those to see besides. */
  terms: ReadonlyMap<string, { see: readonly string[] }>;
  words: ReadonlyMap<Language, GlossaryWords>;
}

/** The glossary; a site may have none. */
export function readGlossary(reading: Reading, { languages }: Settings): Glossary {
  const facts = reading.yaml('content/glossary/glossary.yaml', glossarySchema);
  if (!facts) return { terms: new Map(), words: new Map() };
  const ids = Object.keys(facts.value.terms);
  const [source = ''] = languages;
  const words = readWords(reading, 'content/glossary', glossaryWordsSchema, languages);
  checkKeys(reading, {
    words,
    source,
    path: [],
    needed: ids,
    keysOf: Object.keys,
    what: 'terms of glossary.yaml',
  });
  return { terms: new Map(Object.entries(facts.value.terms)), words: valuesOnly(words) };
}

/** The messages of each language, by dotted key: complete in the source language, well formed in all. */
export function readMessages(reading: Reading, { languages }: Settings): Map<Language, Map<string, string>> {
  const needed = neededMessages();
  const all = new Map<Language, Map<string, string>>();
  const [source = ''] = languages;
  const words = readWords(reading, 'content/messages', messagesSchema, languages);
  checkKeys(reading, {
    words,
    source,
    path: [],
    needed: [...needed.keys()],
    keysOf: (tree) => [...flatMessages(tree as MessageTree).keys()],
    what: 'messages of the interface',
  });
  for (const [language, { value, file, at }] of words) {
    const flat = flatMessages(value as MessageTree);
    for (const [key, text] of flat) {
      const place = at(key.split('.'));
      const problem = messageProblem(text, language);
      const filled = needed.get(key) ?? [];
      // A key that nothing needs has been reported as such.
      const stray =
        problem || !needed.has(key)
          ? undefined
          : [...messageArguments(text)].find((name) => !filled.includes(name) && !plurals.has(name));
      if (problem)
        reading.report(
          finding(
            'message-syntax',
            file.path,
            place,
            `${quote(key)} is no valid message: ${problem}.`,
            'Look at its braces; docs/content.md says how messages are written.',
          ),
        );
      if (stray)
        reading.report(
          finding(
            'message-syntax',
            file.path,
            place,
            `${quote(key)} fills in {${stray}}, which does not exist.`,
            filled.length > 0 ? `It can fill in {${filled.join('}, {')}}.` : 'It fills in nothing.',
          ),
        );
      if (problem || stray) flat.delete(key);
    }
    all.set(language, flat);
  }
  return all;
}

/** Words of a plural's branches look like arguments when a branch holds one word only. */
const plurals = new Set(['plural', 'select', 'one', 'other', 'zero', 'two', 'few', 'many']);
