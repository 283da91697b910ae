import type { z } from 'zod';
import type { Diagnostic, Position, Report, Severity } from '../diagnostics/index.ts';
import type { CalendarDate } from '../i18n/index.ts';
import { parseJson, parseYaml, type Sourced, type SourceFile } from '../source/index.ts';
import type { SiteFiles } from './files.ts';

/** One pass over the files of a site: finds and parses them, and collects what is wrong. */
export interface Reading {
  report: Report;
  file(path: string): SourceFile | undefined;
  /** Parses a file that may be absent. */
  yaml<T>(path: string, schema: z.ZodType<T>): Sourced<T> | undefined;
  /** Parses a file that must be there; `why` says what it is for. */
  requiredYaml<T>(path: string, schema: z.ZodType<T>, why: string): Sourced<T> | undefined;
  json<T>(path: string, schema: z.ZodType<T>): Sourced<T> | undefined;
  /** Names of the folders directly under a path. */
  folders(path: string): string[];
  /** Names of the files directly under a path. */
  names(path: string): string[];
  /** The files of public/. */
  served: ReadonlySet<string>;
  /** The day that the site is of, for embargoes. */
  date: CalendarDate;
}

export function startReading({ texts, served, date }: SiteFiles, report: Report): Reading {
  const inside = contentsOf(texts.keys());
  const yaml = <T>(path: string, schema: z.ZodType<T>): Sourced<T> | undefined => {
    const file = texts.get(path);
    return file && once(file, schema, report, (note) => parseYaml(file, schema, note));
  };
  return {
    report,
    served,
    date,
    file: (path) => texts.get(path),
    yaml,
    requiredYaml(path, schema, why) {
      if (texts.has(path)) return yaml(path, schema);
      report(
        finding(
          'file-missing',
          path,
          { line: 1, column: 1 },
          `This file is missing: ${why}.`,
          `Make ${path}; docs/content.md shows what stands in it.`,
        ),
      );
      return undefined;
    },
    json(path, schema) {
      const file = texts.get(path);
      return file && once(file, schema, report, (note) => parseJson(file, schema, note));
    },
    folders: (path) => [...(inside.get(path)?.folders ?? [])],
    names: (path) => inside.get(path)?.names ?? [],
  };
}

/** What was made of a file, and what was wrong with it. */
export interface Made {
  value: unknown;
  found: readonly Diagnostic[];
}

const understood = new WeakMap<SourceFile, Map<unknown, Made>>();

/** What was made of a file; nothing where it was not worked through yet. */
export const madeOf = (file: SourceFile, by: unknown): Made | undefined => understood.get(file)?.get(by);

/** Gives a file what was made of its like before. */
export function recall(file: SourceFile, by: unknown, made: Made): void {
  const known = understood.get(file) ?? new Map<unknown, Made>();
  understood.set(file, known.set(by, made));
}

/**
 * Makes something of a file, and reports what is wrong with it. A file that is
 * read again without a change is not worked through again; `by` tells apart
 * what is made of one file.
 */
export function once<T>(file: SourceFile, by: unknown, report: Report, make: (note: Report) => T): T {
  let made = madeOf(file, by);
  if (!made) {
    const found: Diagnostic[] = [];
    made = { value: make((diagnostic) => found.push(diagnostic)), found };
    recall(file, by, made);
  }
  for (const diagnostic of made.found) report(diagnostic);
  return made.value as T;
}

interface Contents {
  folders: Set<string>;
  names: string[];
}

/** What stands directly in each folder, listed once: a large site asks for thousands of them. */
function contentsOf(paths: Iterable<string>): Map<string, Contents> {
  const inside = new Map<string, Contents>();
  const at = (folder: string): Contents => {
    const known = inside.get(folder) ?? { folders: new Set(), names: [] };
    inside.set(folder, known);
    return known;
  };
  for (const path of paths) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    at(parts.join('/')).names.push(name);
    for (let depth = 1; depth < parts.length; depth += 1) {
      at(parts.slice(0, depth).join('/')).folders.add(parts[depth] ?? '');
    }
  }
  return inside;
}

/** A diagnostic in one line of code. */
export const finding = (
  rule: string,
  file: string,
  at: Position,
  message: string,
  hint: string,
  severity: Severity = 'error',
) => ({ rule, severity, file, ...at, message, hint });
