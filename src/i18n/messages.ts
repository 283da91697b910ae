import { IntlMessageFormat } from 'intl-messageformat';
import { formatLocale, type Language } from './language.ts';
import type { MessageKey } from './message-keys.ts';

/** The words of the interface as a file gives them: groups of ICU messages. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

export type MessageValues = Record<string, string | number>;

/** Gives the message of a dotted key, filled in: `message('brief.figure', {number: 2})`. */
export type Message = (key: MessageKey, values?: MessageValues) => string;

/** A tree as its dotted keys. */
export function flatMessages(tree: MessageTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatMessages(value, `${prefix + key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Why a text is no ICU message; nothing when it is one. */
export function messageProblem(text: string, language: Language): string | undefined {
  try {
    new IntlMessageFormat(text, formatLocale(language));
    return undefined;
  } catch (error) {
    // The parser gives the name of the problem, MALFORMED_ARGUMENT.
    return String(error instanceof Error ? error.message : error)
      .toLowerCase()
      .replaceAll('_', ' ');
  }
}

/** The names that a message fills in, `{count, plural, …}` and `{title}` alike. */
export function messageArguments(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].flatMap(([, name]) => name ?? []));
}

/** Messages of a language, with those of `fallback` where it has none. */
export function makeMessage(
  language: Language,
  own: ReadonlyMap<string, string>,
  fallback: { language: Language; messages: ReadonlyMap<string, string> },
): Message {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    let format = formats.get(key);
    if (!format) {
      const text = own.get(key);
      const fallen = fallback.messages.get(key);
      if (text === undefined && fallen === undefined) throw new Error(`There is no message ${key}`);
      format =
        text !== undefined
          ? new IntlMessageFormat(text, formatLocale(language))
          : new IntlMessageFormat(fallen ?? '', formatLocale(fallback.language));
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}
