import { findNodeAtLocation, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import type { Report } from '../diagnostics/index.ts';
import { jsonPitfall } from './json-pitfalls.ts';
import { positionAt, type SourceFile } from './source-file.ts';
import { conform, type Sourced } from './values.ts';

/**
 * Reads a JSON file that must fit `schema`. Gives nothing when it does not
 * parse or fit; the reasons are reported. Positions are looked up only when
 * one is asked for, since releases can be large.
 */
export function parseJson<T>(file: SourceFile, schema: z.ZodType<T>, report: Report): Sourced<T> | undefined {
  const text = withoutMark(file.text);
  const pitfall = jsonPitfall(text);
  if (pitfall) {
    const { offset, ...words } = pitfall;
    report({ rule: 'json', severity: 'error', file: file.path, ...positionAt(text, offset), ...words });
    return undefined;
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const first = errors[0];
    report({
      rule: 'json',
      severity: 'error',
      file: file.path,
      ...positionAt(text, first?.offset ?? 0),
      message: `This is not valid JSON: ${first ? inWords(printParseErrorCode(first.error)) : 'the file cannot be read'}.`,
      hint: 'Look for a comma, bracket or straight quotation mark that is missing or too many just before this place.',
    });
    return undefined;
  }
  return conform(file, raw, locateJson(text), schema, report);
}

/** A byte order mark before JSON says nothing (RFC 8259, section 8.1). */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, ' ');

/** Gives the place of a property in a JSON text, which is parsed for that when the first one is asked for. */
export function locateJson(text: string): Sourced<unknown>['at'] {
  let tree: ReturnType<typeof parseTree>;
  return (path) => {
    tree ??= parseTree(withoutMark(text));
    if (!tree) return { line: 1, column: 1 };
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (!node) continue;
      const keyed = node.parent?.type === 'property' ? node.parent : node;
      return positionAt(text, keyed.offset);
    }
    return positionAt(text, tree.offset);
  };
}

/** `CommaExpected` as words. */
const inWords = (code: string): string =>
  problems[code] ?? code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const problems: Record<string, string> = {
  CloseBraceExpected: 'a } is missing',
  CloseBracketExpected: 'a ] is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  EndOfFileExpected: 'there is more here after the last bracket',
  InvalidCommentToken: 'it can hold no comments',
  InvalidSymbol: 'this is neither a number nor text in straight quotation marks',
  PropertyNameExpected: 'a comma is too many, or a name in quotation marks is missing',
  UnexpectedEndOfString: 'a quotation mark is missing',
  ValueExpected: 'a value is missing',
};
