import { closest, didYouMean, quote } from '../diagnostics/index.ts';
import type { Misfit } from './misfit.ts';

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a group {…}',
  array: 'a list […]',
  null: 'null',
};

/** A misfit in the words of the spec's author. */
export function explain(
  { kind, path, ...misfit }: Misfit,
  value: unknown,
): { message: string; hint: string } {
  // Vega-Lite has images, charts of this engine have not.
  const allowed = misfit.allowed.filter((each) => each !== 'image');
  const name = nameOf(path);
  switch (kind) {
    case 'value': {
      const likely = closest(String(value), allowed);
      const list = allowed.length > 0 && allowed.length <= 20 ? `Allowed: ${allowed.join(', ')}.` : '';
      return {
        message: `${name} cannot be ${quote(String(value))}.`,
        hint: [likely === undefined ? '' : `Did you mean ${quote(likely)}?`, list].filter(Boolean).join(' '),
      };
    }
    case 'type':
      return {
        message: `${name} must be ${allowed.map((each) => kinds[each] ?? each).join(' or ')}.`,
        hint: `It is ${kinds[Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value]}.`,
      };
    case 'range':
      return { message: `${name} must be ${allowed.join(' and ')}.`, hint: `It is ${value}.` };
    case 'unknown-key': {
      const key = String(path.at(-1));
      return {
        message: `Vega-Lite knows no ${quote(key)} in ${nameOf(path.slice(0, -1)).replace(/^The/, 'the')}.`,
        hint: didYouMean(key, allowed, 'known keys'),
      };
    }
    case 'missing-key':
      return {
        message: `${name} lacks ${allowed.map(quote).join(', ')}.`,
        hint: `Add ${allowed.map(quote).join(', ')}.`,
      };
    default:
      return {
        message: `${name} does not have a form that Vega-Lite knows.`,
        hint: 'See https://vega.github.io/vega-lite/docs/.',
      };
  }
}

/** The end of a path that says where one is: `y.type`. */
function nameOf(path: readonly (string | number)[]): string {
  const named = path.filter((key) => key !== 'encoding');
  const end = named.slice(typeof named.at(-2) === 'number' ? -3 : -2);
  if (end.length === 0) return 'The spec';
  return quote(
    end.map((key, index) => (typeof key === 'number' ? `[${key}]` : index > 0 ? `.${key}` : key)).join(''),
  );
}
