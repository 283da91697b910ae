import { isCollection, isNode, isPair, parseDocument } from 'yaml';

/**
 * A YAML text with one more entry at the end of its list or map `key`, which it
 * may not have yet; all else stays as it was written. `entry` is the text of
 * the entry: `- …` or `name: …`.
 */
export function appendEntry(text: string, key: string, entry: string): string {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const collection = parseDocument(whole).get(key, true);
  const end = isCollection(collection) ? endOf(collection.items.at(-1)) : undefined;
  if (!isCollection(collection) || end === undefined) {
    // An empty one, “history: []”, is written anew.
    const others = whole.replace(new RegExp(`^${key}:[^\\n]*\\n`, 'm'), '');
    return `${others}${key}:\n  ${entry}\n`;
  }
  if (collection.flow) return `${whole.slice(0, end)}, ${entry.replace(/^- /, '')}${whole.slice(end)}`;
  const start = collection.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (whole.lastIndexOf('\n', start - 1) + 1));
  const lineEnd = whole.indexOf('\n', end - 1);
  return `${whole.slice(0, lineEnd)}\n${indent}${entry}${whole.slice(lineEnd)}`;
}

/** Where an item of a list, or the value of a pair, ends. */
const endOf = (item: unknown): number | undefined =>
  isPair(item) ? endOf(item.value) : isNode(item) ? item.range?.[1] : undefined;
