import { isMap, isScalar, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseYaml } from '../source/index.ts';
import { finding, type Reading } from './reading.ts';

/** The file that says in which format a site's content is written. */
export const formatFile = 'content/site/site.yaml';

/** A step from one format of content to the next. */
interface Migration {
  /** The format that it leads to. */
  to: number;
  /** What it does, for the person who runs it. */
  does: string;
  /** The files that it changes, by their paths in the site folder, out of all texts of content/ and data/. */
  change(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
}

/** All steps, in order. The first format is that of sites that name none. */
const migrations: readonly Migration[] = [
  { to: 2, does: 'site.yaml names the format of the content', change: () => new Map() },
];

/** The format that this program reads. */
export const currentFormat = migrations.at(-1)?.to ?? 1;

const anySettings = z.looseObject({ format: z.int().min(1).default(1) });

/** Whether a site is in a format that can be read; reports one that is newer, and one that should be brought up. */
export function checkFormat(reading: Reading): boolean {
  const file = reading.file(formatFile);
  // What else is wrong with the file is told when it is read.
  const settings = file && parseYaml(file, anySettings, () => {});
  if (!settings) return true;
  const { format } = settings.value;
  const report = (message: string, hint: string, severity?: 'warning') =>
    reading.report(finding('format', formatFile, settings.at(['format']), message, hint, severity));
  if (format > currentFormat)
    report(
      `The content is in format ${format}, and this version of the program reads format ${currentFormat}.`,
      'Bring the program up to date: docs/upgrading.md says how.',
    );
  else if (format < currentFormat)
    report(
      `The content is in format ${format}; that of this version of the program is ${currentFormat}.`,
      'Run “npm run migrate”: it changes the files, and says what it changes.',
      'warning',
    );
  return format <= currentFormat;
}

/** What brings content up to the present format: the files that change, whole, and what is done. */
export interface Migrated {
  from: number;
  to: number;
  done: readonly string[];
  changed: ReadonlyMap<string, string>;
}

/**
 * Brings the texts of a site up to the present format. Nothing but what a step
 * names is changed: comments, order and line ends stay. A site that is up to
 * date is left alone. Throws when site.yaml cannot be read.
 */
export function migrate(texts: ReadonlyMap<string, string>): Migrated {
  const from = formatOf(texts.get(formatFile) ?? '');
  const now = new Map(texts);
  const done: string[] = [];
  for (const { to, does, change } of migrations) {
    if (to <= from) continue;
    for (const [path, text] of change(now)) now.set(path, text);
    now.set(formatFile, withFormat(now.get(formatFile) ?? '', to));
    done.push(`Format ${to}: ${does}.`);
  }
  const changed = new Map([...now].filter(([path, text]) => texts.get(path) !== text));
  return { from, to: Math.max(from, currentFormat), done, changed };
}

/** The map of site.yaml, and where its text begins. */
function settingsMap(text: string) {
  const document = parseDocument(text);
  const { contents } = document;
  const [first] = isMap(contents) ? contents.items : [];
  if (document.errors.length > 0 || !isMap(contents) || contents.flow || !isScalar(first?.key))
    throw new Error('It holds no keys, each on a line of its own.');
  return { contents, start: first.key.range?.[0] ?? 0 };
}

const formatOf = (text: string): number => Number(settingsMap(text).contents.get('format') ?? 1);

/** The text of site.yaml with another format: in its place, or before its first key. */
function withFormat(text: string, format: number): string {
  const { contents, start } = settingsMap(text);
  const value = contents.get('format', true);
  if (isScalar(value) && value.range)
    return `${text.slice(0, value.range[0])}${format}${text.slice(value.range[1])}`;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, start)}format: ${format}${lineEnd}${text.slice(start)}`;
}
