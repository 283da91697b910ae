import type { z } from 'zod';
import { didYouMean, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Sourced } from '../source/index.ts';
import { finding, type Reading } from './reading.ts';

/** The words of one thing, a file per language; those of the source language are required. */
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
        : reading.yaml(path, schema);
    if (words) found.set(language, words);
  }
  return found;
}

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
          at([...path, key]),
          `${quote(key)} is none of the ${what}.`,
          didYouMean(key, needed, what),
        ),
      );
    }
    if (language !== source) continue;
    for (const key of needed) {
      if (keys.includes(key)) continue;
      reading.report(
        finding(
          'words-missing',
          file.path,
          at(path),
          `The words of ${quote(key)} are missing (${what}).`,
          `Add “${key}: …” here.`,
        ),
      );
    }
  }
}
