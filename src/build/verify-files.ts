import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { SiteFiles } from '../site/index.ts';
import { publicName } from './keys.ts';

/** How a kind of file is read by those that it is for; throws where it cannot be. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  '.json': (text) => JSON.parse(text),
  '.xml': (text) => new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml'),
};

/** A line of `_headers`: a path, what is taken away or set for it, a comment, or nothing. */
const headersLine = /^(?:\/\S*|https:\/\/\S+|[ \t]+(?:! ?[\w-]+|[\w-]+:.*)|#.*|\s*)$/;

/**
 * Reads the files of a site that programs read: JSON, feeds and maps (XML), and
 * the headers that hosts send. Gives what is wrong with those of public/;
 * throws where one that was made cannot be read.
 */
export async function verifyFiles(
  folder: string,
  names: readonly string[],
  { served }: Pick<SiteFiles, 'served'>,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (name: string, line: number, message: string, hint: string) =>
    diagnostics.push({
      rule: 'public-file',
      severity: 'error',
      file: publicName(name),
      line,
      column: 1,
      message,
      hint,
    });
  for (const name of names) {
    const read = readers[extname(name)];
    if (!read) continue;
    try {
      read(await readFile(join(folder, name), 'utf8'));
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      if (!served.has(name)) throw new Error(`${name} cannot be read: ${why}`);
      report(name, 1, `No program can read this file: ${why}`, 'Correct it, or leave it out.');
    }
  }
  const headers = await readFile(join(folder, '_headers'), 'utf8');
  const wrong = headers.split('\n').find((line) => !headersLine.test(line));
  if (wrong !== undefined)
    report(
      '_headers',
      1,
      `Hosts do not understand the line “${wrong.trim()}”.`,
      'Write a path, such as /*, and below it, each indented, lines such as X-Name: value.',
    );
  return diagnostics;
}
