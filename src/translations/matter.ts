import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { splitFrontMatter } from '../briefs/index.ts';

/**
 * Sets texts of a front matter by their ids (`title`, `words.ilo`). What is
 * there already is replaced where it stands; what is missing is added.
 */
export function setMatter(text: string, values: ReadonlyMap<string, string>): string {
  const parts = splitFrontMatter(text);
  if (!parts || values.size === 0) return text;
  const at = text.indexOf(parts.matter);
  let { matter } = parts;
  for (const [id, value] of values) matter = setOne(matter, id.split('.'), value);
  return text.slice(0, at) + matter + text.slice(at + parts.matter.length);
}

function setOne(matter: string, path: string[], value: string): string {
  const document = parseDocument(matter);
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) {
    const key = path.at(-1) ?? '';
    const parent = path.length > 1 ? document.get(path[0] ?? '', true) : undefined;
    const line = `${path.length > 1 ? '  ' : ''}${key}: ${scalar(value)}`;
    if (path.length === 1) return `${matter}\n${line}`;
    const end = isMap(parent) && !parent.flow ? parent.range?.[1] : undefined;
    if (end === undefined) {
      document.setIn(path, value);
      return document.toString({ lineWidth: 0 }).trimEnd();
    }
    return `${matter.slice(0, end).trimEnd()}\n${line}\n${matter.slice(end)}`.trimEnd();
  }
  if (node.value === value) return matter;
  const [start, end] = node.range;
  // The range of a folded text reaches to the next line.
  const kept = /\s*$/.exec(matter.slice(start, end))?.[0] ?? '';
  return matter.slice(0, start) + scalar(value) + kept + matter.slice(end);
}

/** The front matter of a translation that is new. */
export function newMatter(texts: ReadonlyMap<string, string>): string {
  const facts: Record<string, unknown> = { title: '', summary: '', state: 'draft' };
  const words: Record<string, string> = {};
  for (const [id, text] of texts)
    if (id.startsWith('words.')) words[id.slice('words.'.length)] = text;
    else facts[id] = text;
  const { title, shortTitle, summary, ...others } = facts;
  const whole = {
    title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    summary,
    ...others,
    ...(Object.keys(words).length > 0 ? { words } : {}),
  };
  return `---\n${stringify(whole, { lineWidth: 0 })}---\n`;
}

const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();
