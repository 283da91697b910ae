import type { Position } from '../diagnostics/index.ts';

/** The text of one file; `path` is relative to the site folder, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Where a text first stands in a file; its beginning, where it does not. */
export function placeOfText(file: SourceFile | undefined, text: string): Position {
  const offset = file?.text.indexOf(text) ?? -1;
  return file && offset >= 0 ? positionAt(file.text, offset) : { line: 1, column: 1 };
}

/** Line and column of an offset in UTF-16 units. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
