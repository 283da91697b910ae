import * as vega from 'vega';

/** What Vega makes functions of: the code of an expression, or the codes by which a mark's properties are set. */
interface Code {
  code?: string;
  marktype?: string;
  channels?: Readonly<Record<string, { code: string }>>;
}

interface Scope {
  functions?: object | undefined;
}

type Compiled = (...parameters: unknown[]) => unknown;
type Compile = (scope: Scope, code: Code) => Compiled;

interface Compiler {
  operator: Compile;
  parameter: Compile;
  event: Compile;
  handler: Compile;
  encode: Compile;
  codegen: object;
}

// Parts of Vega's public modules that its typings leave out.
const { runtimeContext } = vega as unknown as {
  runtimeContext: (dataflow: object, transforms: object, functions: object) => { expr: Compiler };
};
const { expr: own } = runtimeContext({ events: () => undefined }, {}, {});

const most = 20_000;

function compiledOnce(compile: Compile): Compile {
  const known = new Map<string, Compiled>();
  return ({ functions }, wanted) => {
    const { code = '', marktype = '', channels = {} } = wanted;
    const own = Object.entries(channels).flatMap(([name, each]) => [name, each.code]);
    const key = [code, marktype, ...own].join('\n');
    const compiled = known.get(key) ?? compile({}, wanted);
    if (known.size > most) known.clear();
    known.set(key, compiled);
    return functions ? compiled.bind(functions) : compiled;
  };
}

/**
 * Vega's own way to make functions of its expressions, each made once: most are
 * the same in every drawing, and a function that is known is fast at once. An
 * option of `vega.View`.
 */
export const knownFunctions: Compiler = {
  operator: compiledOnce(own.operator),
  parameter: compiledOnce(own.parameter),
  event: compiledOnce(own.event),
  handler: compiledOnce(own.handler),
  encode: compiledOnce(own.encode),
  codegen: own.codegen,
};
