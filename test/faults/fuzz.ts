import fc from 'fast-check';
import { type Diagnostic, Failure } from '../../src/diagnostics/index.ts';
import type { Parser } from './parsers.ts';

/** Texts that somebody could write or make: good ones with changes, heaps of signs, and any letters at all. */
const textsFor = ({ seeds, pieces }: Parser): fc.Arbitrary<string> => {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }));
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    put: piece,
    times: fc.oneof(
      { arbitrary: fc.constant(1), weight: 12 },
      { arbitrary: fc.constantFrom(2, 70, 3_000), weight: 1 },
    ),
  });
  const changed = fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([seed, changes]) =>
      changes.reduce((text, { at, cut, put, times }) => {
        const index = Math.floor(at * text.length);
        return text.slice(0, index) + put.repeat(times) + text.slice(index + cut);
      }, seed),
    );
  const grafted = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.oneof(fc.constantFrom(...hostile), fc.jsonValue()))
    .map(([seed, at, value]) => graft(seed, at, value));
  const heap = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  return fc.oneof(
    { arbitrary: changed, weight: 6 },
    { arbitrary: seeds.some(isJson) ? grafted : changed, weight: 4 },
    { arbitrary: heap, weight: 2 },
    fc.string({ unit: 'binary' }),
  );
};

/** Values that are seldom thought of. */
const hostile = [
  null,
  [],
  {},
  [[]],
  0,
  -1,
  1e9,
  1e308,
  '',
  'constructor',
  '__proto__',
  'javascript:alert(1)',
  '\u0000',
  { url: 'x' },
  { step: 1e-9 },
  true,
];

const isJson = (text: string) => /^\s*[[{]/.test(text);

/** JSON with another value at one of its places. */
function graft(json: string, at: number, value: unknown): string {
  if (!isJson(json)) return json;
  const root: Record<string, unknown> = { root: JSON.parse(json) };
  const places: [Record<string, unknown>, string][] = [];
  const walk = (inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const key of Object.keys(inner)) {
      places.push([inner as Record<string, unknown>, key]);
      walk((inner as Record<string, unknown>)[key]);
    }
  };
  walk(root);
  const [holder, key] = places[at % places.length] ?? [root, 'root'];
  holder[key] = value;
  return JSON.stringify(root['root'], null, 2) ?? 'null';
}

/** Reads so many texts, always the same ones; throws with the smallest one that does not end in words for its writer. */
export const readAll = (parser: Parser, cases: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(textsFor(parser), async (text) => {
      await readOne(parser, text);
    }),
    { numRuns: cases, seed: 20_261_124, endOnFailure: false },
  );

/** Reads one text. Whatever is said of it stands at a place in it, in whole words; an error that is no Failure is thrown. */
export async function readOne({ read }: Parser, text: string): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  try {
    await read(text, (diagnostic) => found.push(diagnostic));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    mustBeWords(error.message);
  }
  const lines = text.split('\n');
  for (const { file, line, column, message, hint } of found) {
    mustBeWords(message);
    if (/\bundefined\b|\[object |\bNaN\b/.test(hint)) throw new Error(`The hint is “${hint}”`);
    const own = lines[line - 1];
    if (file !== 'a' || own === undefined || column < 1 || column > own.length + 1)
      throw new Error(`“${message}” stands at ${file}:${line}:${column}, which is no place of the text`);
  }
  return found;
}

function mustBeWords(message: string): void {
  if (message.trim() === '' || /\bundefined\b|\[object |\bNaN\b|^\w*Error:/.test(message))
    throw new Error(`The message is “${message}”`);
}
