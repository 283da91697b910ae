import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Position, Report } from '../diagnostics/index.ts';
import type { SourceFile } from './source-file.ts';
import { conform, type PropertyPath, type Sourced } from './values.ts';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  for (const error of document.errors) {
    report({
      rule: 'yaml',
      severity: 'error',
      file: file.path,
      ...place(error.pos[0]),
      message: `This is not valid YAML: ${error.message.replace(/\.$/, '')}.`,
      hint: yamlHints[error.code] ?? 'Look at the indentation and the quotation marks around this line.',
    });
  }
  if (document.errors.length > 0) return undefined;
  const at = (path: PropertyPath) => place(offsetOf(document.contents, path));
  return conform(file, document.toJS() ?? {}, at, schema, report);
}

const yamlHints: Record<string, string> = {
  DUPLICATE_KEY: 'Each key may stand once: remove or rename one of them.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BLOCK_AS_IMPLICIT_KEY: 'Text that holds a colon followed by a space needs quotation marks around it.',
  MULTILINE_IMPLICIT_KEY:
    'A key and its colon must stand on one line. Is a quotation mark or a colon missing?',
  BAD_INDENT: 'Lines of one group must start at the same column.',
};

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
