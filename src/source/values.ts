import { z } from 'zod';
import { closest, didYouMean, type Position, quote, type Report } from '../diagnostics/index.ts';
import { limits } from './limits.ts';
import { oddText } from './odd-text.ts';
import type { SourceFile } from './source-file.ts';

export type PropertyPath = readonly (string | number)[];

/** A value that fits its schema, and where each of its parts stands in the file. */
export interface Sourced<T> {
  value: T;
  file: SourceFile;
  /** The place of a property; of the nearest parent that is written down, where it is not. */
  at(path: PropertyPath): Position;
}

/**
 * Holds a parsed value against its schema. Every misfit is reported at its own
 * place, in the words of whoever wrote the file.
 */
export function conform<T>(
  file: SourceFile,
  raw: unknown,
  at: (path: PropertyPath) => Position,
  schema: z.ZodType<T>,
  report: Report,
): Sourced<T> | undefined {
  const odd = oddText(raw);
  if (odd) {
    const { path, ...words } = odd;
    report({ rule: 'schema', severity: 'error', file: file.path, ...at(path), ...words });
    return undefined;
  }
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return { value: result.data, file, at };
  for (const issue of result.error.issues.slice(0, limits.findings).flatMap(innermost)) {
    for (const { message, hint, path } of explain(issue, schema)) {
      report({ rule: 'schema', severity: 'error', file: file.path, ...at(path), message, hint });
    }
  }
  return undefined;
}

interface Explanation {
  message: string;
  hint: string;
  path: PropertyPath;
}

type Issue = z.core.$ZodIssue;

/** For alternatives, the one that came furthest says best what is wrong. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map((each) => each.path.length));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  if (depth(best) === 0) return [issue];
  return best.flatMap((each) => innermost({ ...each, path: [...issue.path, ...each.path] } as Issue));
}

function explain(issue: Issue, schema: z.ZodType): Explanation[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const name = quote(dotted(path));
  const here = (message: string, hint = ''): Explanation[] => [{ message, hint, path }];
  const outside = ([has, is]: [string, string], limit: string): Explanation[] => {
    const { input } = issue;
    if (typeof input === 'string')
      return here(`${name} ${has} ${limit} characters.`, `It has ${input.length}.`);
    if (!Array.isArray(input)) return here(`${name} ${is} ${limit}.`, `It is ${input}.`);
    return here(
      `${name} ${has} ${limit} ${limit.endsWith(' 1') ? 'entry' : 'entries'}.`,
      `It has ${input.length}.`,
    );
  };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => ({
        message: `Unknown key ${quote(key)}${path.length > 0 ? ` in ${name}` : ''}.`,
        hint: didYouMean(key, known, 'known keys'),
        path: [...path, key],
      }));
    }
    case 'invalid_type':
      if (issue.input === undefined) {
        return here(
          `${name} is missing.`,
          `Add ${quote(`${path.at(-1) ?? ''}:`)} (${kinds[issue.expected] ?? issue.expected}).`,
        );
      }
      return here(
        `${name} must be ${kinds[issue.expected] ?? issue.expected}.`,
        issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input)
          ? `It is ${kindOf(issue.input)}; write it in quotation marks.`
          : `It is ${kindOf(issue.input)}.`,
      );
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const likely = closest(String(issue.input), allowed);
      if (issue.input === undefined) return here(`${name} is missing.`, `Allowed: ${allowed.join(', ')}.`);
      return here(
        `${name} cannot be ${written(issue.input)}.`,
        `${likely ? `Did you mean ${quote(likely)}? ` : ''}Allowed: ${allowed.join(', ')}.`,
      );
    }
    case 'invalid_key':
      return here(
        `${quote(String(path.at(-1)))} is not a name that can stand here.`,
        issue.issues[0]?.message ?? '',
      );
    case 'too_small':
      if (issue.input === '') return here(`${name} is empty.`, 'Write its text.');
      return outside(['needs', 'must be'], `at least ${issue.minimum}`);
    case 'too_big':
      return outside(['can have', 'can be'], `at most ${issue.maximum}`);
    case 'invalid_union': {
      const { discriminator: by, options = [] } = issue as { discriminator?: string; options?: unknown[] };
      if (by === undefined)
        return here(`${name} does not have the form that is needed.`, `It is ${kindOf(issue.input)}.`);
      const input = (issue.input as Record<string, unknown> | undefined)?.[by];
      return explain(
        { code: 'invalid_value', path, values: options as string[], input, message: '' },
        schema,
      );
    }
    default: {
      const hint =
        issue.code === 'invalid_format' && issue.format === 'url'
          ? 'Write a whole address, such as https://example.org/page.'
          : issue.message;
      if (typeof issue.input === 'string') return here(`${name} cannot be ${quote(issue.input)}.`, hint);
      return here(`${name} is not valid.`, hint);
    }
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of “key: value” lines',
  record: 'a group of “key: value” lines',
  array: 'a list',
  tuple: 'a list',
};

/** A value in a sentence, as it stands in the file where it is short. */
const written = (value: unknown): string =>
  typeof value === 'object' ? kindOf(value) : quote(String(value));

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return (
    {
      string: 'text',
      number: `the number ${value}`,
      boolean: 'true or false',
      object: 'a group of “key: value” lines',
    }[typeof value as string] ?? 'something else'
  );
}

/** A path as people count: `references, entry 1, url`. */
const dotted = (path: PropertyPath): string =>
  path.length === 0
    ? 'the file'
    : path
        .map((key, n) =>
          typeof key === 'number' ? `, entry ${key + 1}` : n === 0 ? key : separated(path[n - 1], key),
        )
        .join('');

const separated = (before: string | number | undefined, key: string): string =>
  typeof before === 'number' ? `, ${key}` : `.${key}`;

/** The keys that a schema knows at a path, read from its JSON Schema. */
function knownKeys(schema: z.ZodType, path: PropertyPath): string[] {
  type Node = {
    properties?: Record<string, Node>;
    items?: Node;
    additionalProperties?: Node;
    anyOf?: Node[];
    oneOf?: Node[];
  };
  let nodes = [z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node];
  const spread = (node: Node): Node[] => [
    node,
    ...(node.anyOf ?? []).flatMap(spread),
    ...(node.oneOf ?? []).flatMap(spread),
  ];
  for (const key of path) {
    nodes = nodes.flatMap(spread).flatMap((node) => {
      const next =
        node.properties?.[key] ?? (typeof key === 'number' ? node.items : node.additionalProperties);
      return next ? [next] : [];
    });
  }
  return [...new Set(nodes.flatMap(spread).flatMap((node) => Object.keys(node.properties ?? {})))];
}
