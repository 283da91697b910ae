import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Definition, type Misfit, misfitOf } from './misfit.ts';

interface Grammar {
  $ref: string;
  definitions: Record<string, Definition>;
}

let grammar: Grammar | undefined;

// The schema has 1.8 MB: it is read when the first chart asks for it.
function load(): Grammar {
  const { resolve } = createRequire(import.meta.url);
  grammar ??= JSON.parse(readFileSync(resolve('vega-lite/vega-lite-schema.json'), 'utf8')) as Grammar;
  return grammar;
}

/** What most of all keeps a spec from being Vega-Lite, by its own JSON Schema; nothing when it is. */
export function grammarMisfit(spec: unknown): Misfit | undefined {
  const { $ref, definitions } = load();
  return misfitOf(spec, { $ref }, definitions);
}
