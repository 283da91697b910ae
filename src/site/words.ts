import type { z } from 'zod';
import { didYouMean, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Sourced, SourceFile } from '../source/index.ts';
import { finding, type Reading } from './reading.ts';

/** The words of one thing, a file per language; those of the source language are required, others may be wholly commented out. */
export function readWords<T>(
  reading: Reading,
  folder: string,
  schema: z.ZodType<T>,
  languages: readonly Language[],
): Map<Language, Sourced<T>> {
  const [source = ''] = languages;
  const found = new Map<Language, Sourced<T>>();
  for (const language of languages) {
    const path = `${folder}/${language}.yaml`;
    const words =
      language === source
        ? reading.requiredYaml(path, schema, `the words of ${folder} in the source language`)
        : isBegun(reading.file(path))
          ? reading.yaml(path, schema)
          : undefined;
    if (words) found.set(language, words);
  }
  return found;
}

/** A file in which all is still commented out is one that a translator has yet to begin. */
const isBegun = (file: SourceFile | undefined): boolean =>
  file !== undefined && /^\s*[^\s#]/m.test(file.text);

export const valuesOnly = <T>(words: ReadonlyMap<Language, Sourced<T>>): Map<Language, T> =>
  new Map([...words].map(([language, { value }]) => [language, value]));

/**
 * Holds the keys of some words against those that are needed. Each must stand
 * in the source language; a key that nothing uses is a mistake in any.
 */
export function checkKeys<T>(
  reading: Reading,
  {
    words,
    source,
    path,
    needed,
    keysOf,
    what,
  }: {
    words: ReadonlyMap<Language, Sourced<T>>;
    source: Language;
    /** Where the keys stand in the file. */
    path: readonly string[];
    needed: readonly string[];
    keysOf: (words: T) => readonly string[];
    /** What a key stands for, in the plural: “topics”. */
    what: string;
  },
): void {
  for (const [language, { file, at, value }] of words) {
    const keys = keysOf(value);
    for (const key of keys) {
      if (needed.includes(key)) continue;
      reading.report(
        finding(
          'words-unknown',
          file.path,
          at([...path, ...key.split('.')]),
          `${quote(key)} is none of the ${what}.`,
          didYouMean(key, needed, what),
        ),
      );
    }
    if (language !== source) continue;
    for (const key of needed) {
      if (keys.includes(key)) continue;
      // A message stands under the groups that its key is made of.
      const whole = [...path, ...key.split('.')];
      const groups = whole.slice(0, -1).join(', ');
      reading.report(
        finding(
          'words-missing',
          file.path,
          at(whole),
          `The words of ${quote(key)} are missing (${what}).`,
          `Add ${groups && `under ${groups}: `}“${whole.at(-1)}: …”.`,
        ),
      );
    }
  }
}
