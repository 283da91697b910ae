import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { type Definition, type Misfit, misfitOf } from './misfit.ts';

interface Grammar {
  validator: Validator;
  root: Definition;
  definitions: Record<string, Definition>;
}

let grammar: Grammar | undefined;

// The schema has 1.8 MB: it is read when the first chart asks for it.
function load(): Grammar {
  if (!grammar) {
    const fromProject = createRequire(join(process.cwd(), 'package.json'));
    const path = fromProject.resolve('vega-lite/vega-lite-schema.json');
    const schema = JSON.parse(readFileSync(path, 'utf8')) as {
      $ref: string;
      definitions: Record<string, Definition>;
    };
    grammar = {
      validator: new Validator(schema as never, '7'),
      root: { $ref: schema.$ref },
      definitions: schema.definitions,
    };
  }
  return grammar;
}

/** What most of all keeps a spec from being Vega-Lite; nothing when it is. */
export function grammarMisfit(spec: unknown): Misfit | undefined {
  const { validator, root, definitions } = load();
  if (validator.validate(spec).valid) return undefined;
  return misfitOf(spec, root, definitions) ?? { path: [], kind: 'form', allowed: [], rank: 0 };
}
