import { type Brief, type HistoryEntry, isRevision, noteIdOf } from '../briefs/index.ts';
import {
  type CalendarDate,
  formatDate,
  type Language,
  languageName,
  type MessageKey,
} from '../i18n/index.ts';
import type { Locale, Text } from './locale.ts';

/** What happened to a brief, in the words of a language. */
export interface ShownEntry {
  kind: HistoryEntry['kind'] | 'published';
  version: number;
  date: CalendarDate;
  /** The kind in words. */
  label: string;
  /** What changed, in the editor's words. */
  note: Text | undefined;
}

const labels: Readonly<Record<ShownEntry['kind'], MessageKey>> = {
  published: 'version.published',
  corrected: 'version.corrected',
  updated: 'version.updated',
  'data-updated': 'version.dataUpdated',
  translated: 'version.translated',
  withdrawn: 'version.withdrawn',
};

/** The history of a brief from its first publication on, oldest first; that of its present version is whole. */
export function shownHistory(present: Brief, locale: Locale): ShownEntry[] {
  const { facts } = present;
  const first = { kind: 'published', version: 1, date: facts.date } as const;
  const entries = facts.history.map((entry): ShownEntry => {
    const id = noteIdOf(entry);
    return {
      ...entry,
      label: locale.message(labels[entry.kind], { languages: languageList(entry.languages, locale) }),
      note: id === undefined ? undefined : noteIn(present, id, locale.language),
    };
  });
  return [{ ...first, label: locale.message(labels.published), note: undefined }, ...entries];
}

/** When an earlier version was replaced, and what has changed since, oldest first. */
export function changesSince(
  { version }: Brief,
  present: Brief,
  locale: Locale,
): { date: CalendarDate; changes: ShownEntry[] } {
  const changes = shownHistory(present, locale).filter(
    (each) => each.version > version && (each.kind === 'withdrawn' || isRevision(each as HistoryEntry)),
  );
  return { date: changes[0]?.date ?? present.facts.date, changes };
}

/** Names of languages in a sentence. */
const languageList = (languages: readonly Language[] = [], { language }: Locale): string =>
  new Intl.ListFormat(language).format(languages.map((each) => languageName(each, language)));

function noteIn({ translations, source }: Brief, id: string, language: Language): Text | undefined {
  const own = translations.get(language)?.matter.words[id];
  if (own !== undefined) return { text: own, language };
  const text = source.matter.words[id];
  return text === undefined ? undefined : { text, language: source.language };
}

/** Who wrote, translated and read a text, and when: a label and a text each. */
export function shownReview(brief: Brief, language: Language, { message, ...locale }: Locale) {
  const { matter } = brief.translations.get(language) ?? brief.source;
  const by = (label: MessageKey, name: string | undefined, date: CalendarDate | undefined) =>
    name === undefined
      ? []
      : [{ label: message(label), texts: [date ? `${name}, ${formatDate(date, locale.language)}` : name] }];
  return [
    ...(brief.facts.authors.length > 0
      ? [{ label: message('version.authors'), texts: brief.facts.authors }]
      : []),
    ...by('version.translator', matter.translator, matter.translated),
    ...by('version.languageEditor', matter.languageEditor, matter.edited),
    ...by('version.reviewer', matter.reviewer, matter.reviewed),
  ];
}

/** The languages that hold where a text in this one differs; nothing where it is official itself, or nothing is said of it. */
export function officialInstead({ facts }: Brief, language: Language, locale: Locale): string | undefined {
  const { official } = facts;
  return official === undefined || official.includes(language) ? undefined : languageList(official, locale);
}
