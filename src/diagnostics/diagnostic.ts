export type Severity = 'error' | 'warning' | 'info';

/** A place in a file; line and column count from 1, the column in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/**
 * One finding about the content, for the person who wrote it: what is wrong,
 * where, and what to do. `file` is relative to the site folder.
 */
export interface Diagnostic extends Position {
  rule: string;
  severity: Severity;
  file: string;
  message: string;
  hint: string;
}

/** Takes findings as they come. The reading of a site goes on, so that all of them are shown at once. */
export type Report = (diagnostic: Diagnostic) => void;

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The order of reading: by file, then by place; errors first where two stand at one place. */
export const inReadingOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      rank[a.severity] - rank[b.severity],
  );

/** What stops a command and is no fault of the content: a browser that is missing, a disk that is full. Told to its user in words. */
export class Failure extends Error {}
