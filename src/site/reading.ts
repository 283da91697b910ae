import type { z } from 'zod';
import type { Position, Report, Severity } from '../diagnostics/index.ts';
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
}

export function startReading({ texts, served }: SiteFiles, report: Report): Reading {
  const under = (path: string) =>
    [...texts.keys()]
      .filter((each) => each.startsWith(`${path}/`))
      .map((each) => each.slice(path.length + 1));
  const yaml = <T>(path: string, schema: z.ZodType<T>): Sourced<T> | undefined => {
    const file = texts.get(path);
    return file && parseYaml(file, schema, report);
  };
  return {
    report,
    served,
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
      return file && parseJson(file, schema, report);
    },
    folders: (path) => [
      ...new Set(
        under(path).flatMap((each) => (each.includes('/') ? [each.slice(0, each.indexOf('/'))] : [])),
      ),
    ],
    names: (path) => under(path).filter((each) => !each.includes('/')),
  };
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
