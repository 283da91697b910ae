import {
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';
import type { Position, Report } from '../diagnostics/index.ts';
import { limits } from './limits.ts';
import { positionAt, type SourceFile } from './source-file.ts';
import { conform, type PropertyPath, type Sourced } from './values.ts';
import { nestedTooDeep, yamlPitfall } from './yaml-pitfalls.ts';

/**
 * Reads a YAML file (YAML 1.2, core schema) that must fit `schema`.
 * `firstLine` is the line on which the text starts, for front matter.
 * Gives nothing when it does not parse or fit; the reasons are reported.
 */
export function parseYaml<T>(
  file: SourceFile,
  schema: z.ZodType<T>,
  report: Report,
  { text = file.text, firstLine = 1 }: { text?: string; firstLine?: number } = {},
): Sourced<T> | undefined {
  const deep = nestedTooDeep(text);
  if (deep) {
    const { offset, ...words } = deep;
    const { line, column } = positionAt(text, offset);
    const place = { line: line + firstLine - 1, column };
    report({ rule: 'yaml', severity: 'error', file: file.path, ...place, ...words });
    return undefined;
  }
  const { document, place } = parse(text, firstLine);
  const told = new Set<number>();
  for (const error of document.errors) {
    const at = place(openingOf(document, error));
    // One slip in a line is often several errors to a parser; the first says it best.
    if (told.has(at.line) || told.size >= limits.findings) continue;
    told.add(at.line);
    const [problem, hint] = problems[error.code] ?? [
      error.message.replace(/\.$/, ''),
      'Look at the indentation and the quotation marks around this line.',
    ];
    report({
      rule: 'yaml',
      severity: 'error',
      file: file.path,
      ...at,
      message: `This is not valid YAML: ${problem}.`,
      hint,
    });
  }
  if (document.errors.length > 0) return undefined;
  const pitfall = yamlPitfall(document);
  if (pitfall) {
    const { offset, ...words } = pitfall;
    report({ rule: 'yaml', severity: 'error', file: file.path, ...place(offset), ...words });
    return undefined;
  }
  return conform(file, document.toJS() ?? {}, locateYaml(text, firstLine), schema, report);
}

/**
 * Gives the place of a property in a YAML text that parses. It is parsed for that
 * when the first place is asked for: a parsed text takes many times the memory of its values.
 */
export function locateYaml(text: string, firstLine = 1): Sourced<unknown>['at'] {
  let parsed: ReturnType<typeof parse> | undefined;
  return (path) => {
    parsed ??= parse(text, firstLine);
    return parsed.place(offsetOf(parsed.document.contents, path));
  };
}

function parse(text: string, firstLine: number) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    version: '1.2',
    schema: 'core',
    // The parser compares each key with all others, which takes minutes for many.
    uniqueKeys: false,
  });
  const place = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  return { document, place };
}

const wholly = 'Put the whole text into quotation marks.';

/** What is wrong, and what to do, by the code of the parser's error. */
const problems: Partial<Record<ErrorCode, readonly [string, string]>> = {
  BAD_ALIAS: ['a text cannot begin with *', wholly],
  BAD_DQ_ESCAPE: [
    'a backslash within quotation marks begins a sign, and there is none such',
    'Write two backslashes for one, or use single quotation marks.',
  ],
  BAD_INDENT: [
    'this line starts at another column than its group',
    'Lines of one group must start at the same column. Is a ] or } missing above?',
  ],
  BAD_SCALAR_START: ['a text cannot begin with this sign', wholly],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second colon stands here, or the line is indented more than those above',
    'Text that holds a colon followed by a space needs quotation marks around it; lines of one group must start at the same column.',
  ],
  BLOCK_IN_FLOW: ['a line of its own stands within brackets', 'Is a ] or } missing above?'],
  MISSING_CHAR: [
    'a quotation mark or bracket is opened and never closed',
    'Close it at the end of the text or list.',
  ],
  MULTIPLE_DOCS: ['a second document begins here', 'A file holds one: take the line --- out.'],
  MULTILINE_IMPLICIT_KEY: [
    'a key and its colon do not stand on one line',
    'Is the colon missing, or a quotation mark?',
  ],
  TAB_AS_INDENT: ['a tab stands before the text', 'Indent with spaces, not with tabs.'],
  UNEXPECTED_TOKEN: [
    'there is more here than a value',
    'Text that begins with a quotation mark, a bracket, *, & or ! needs quotation marks around all of it.',
  ],
};

/** The place of an error; for a quotation mark that is never closed, the opening one. */
function openingOf(document: Document.Parsed, { code, pos: [offset] }: YAMLParseError): number {
  let opening = offset;
  if (code === 'MISSING_CHAR')
    visit(document, {
      Scalar(_, { range }) {
        if (range && range[0] < offset && range[1] === offset) opening = range[0];
      },
    });
  return opening;
}

/** Walks down as far as the path is written; points at the key of a pair, else at the value. */
function offsetOf(contents: Node | null, path: PropertyPath): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key: own }) => String(isNode(own) ? own.toJS(emptyDocument) : own) === String(key),
      );
      if (!pair) return offset;
      const own = pair.key as Node;
      offset = own.range?.[0] ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node) {
      const item = (node.items as Node[])[Number(key)];
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

const emptyDocument = parseDocument('');
