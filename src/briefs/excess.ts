import type { Node, Parent } from 'unist';
import type { Position } from '../diagnostics/index.ts';
import { limits } from '../source/index.ts';

/** Where a text has more of something than it may have, and what to do. */
interface Excess {
  at: Position;
  message: string;
  hint: string;
}

/**
 * The first place at which Markdown would take long to read, or never end: its
 * parser goes back for marks that nothing closes. Only the letters are looked at.
 */
export function excessOf(body: string): Excess | undefined {
  if (body.length > limits.text)
    return {
      at: { line: 1, column: 1 },
      message: `The text has more than ${limits.text} letters.`,
      hint: 'Make several briefs of it.',
    };
  let lines = 0;
  let signs = 0;
  let open = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const at = { line: index + 1, column: 1 };
    const isEmpty = line.trim() === '';
    lines = isEmpty ? 0 : lines + 1;
    signs = isEmpty ? 0 : signs + (line.match(marks)?.length ?? 0);
    open = Math.max(0, open + (line.match(opening)?.length ?? 0) - (line.match(closing)?.length ?? 0));
    const repeated = again.exec(line);
    const [before = ''] = containers.exec(line) ?? [];
    if (lines > limits.lines)
      return {
        at,
        message: `More than ${limits.lines} lines follow each other without an empty one.`,
        hint: 'Part them by empty lines. A long table is better a data set.',
      };
    if (signs > limits.signs)
      return {
        at,
        message: `More than ${limits.signs} signs of Markdown, such as * and [, stand in one passage.`,
        hint: 'Part it by empty lines.',
      };
    if (repeated)
      return {
        at: { ...at, column: repeated.index + 1 },
        message: `“${repeated[1]}” stands more than ${limits.repeated} times in a row.`,
        hint: 'Take most of them out.',
      };
    if (
      (before.match(/[>*+-]|\d[.)]/g)?.length ?? 0) > limits.nesting ||
      open > limits.nesting ||
      indented(before)
    )
      return {
        at,
        message: `Quotations, lists or components stand within each other more than ${limits.nesting} times.`,
        hint: 'Write it with fewer levels.',
      };
  }
  return undefined;
}

const marks = /[*_~[\]`<{&@!]/g;
const again = new RegExp(`([*_~\`])\\1{${limits.repeated}}`);
/** What stands before the words of a line: the marks of the quotations and lists that they are in. */
const containers = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const opening = /<[A-Za-z]/g;
const closing = /<\/|\/>/g;
/** A list in a list begins at least two columns further right. */
const indented = (before: string): boolean =>
  (/[^ \t]/.test(before) ? before : '').length > 8 * limits.nesting;

/** The first element that stands in too many others. Walks without going deeper itself. */
export function nestedTooDeep(tree: Node): Excess | undefined {
  let level: Node[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.elements)
      return {
        at: level[0]?.position?.start ?? { line: 1, column: 1 },
        message: `Elements stand within each other more than ${limits.elements} times here.`,
        hint: 'Write it with fewer levels.',
      };
    level = level.flatMap((node) => (node as Partial<Parent>).children ?? []);
  }
  return undefined;
}
