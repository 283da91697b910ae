import { contrast } from '../contrast.ts';
import type { Rule } from './rule.ts';

/** WCAG 2.2, 1.4.11: the least contrast of what is needed to understand a picture. */
const least = 3;

export const chartContrast: Rule = {
  id: 'chart-contrast',
  severity: 'warning',
  holds: "A chart's own colours can be seen on white.",
  why: 'Colours of the site are chosen so that they can be told from the ground and from each other, in dark too. A colour that is written into a spec is taken as it is: it needs a contrast of 3 to 1 (WCAG 2.2, 1.4.11). Best leave colours to the site.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"mark": "bar"',
    put: '"mark": { "type": "bar", "color": "#ffd000" }',
    says: 'The colour #ffd000 has a contrast of 1.47 to 1 on white; what must be seen needs 3.',
  },
  *check({ charts }) {
    for (const { source } of charts.values()) {
      for (const { path, colour } of coloursIn(source.spec, [])) {
        const measured = contrast(colour, '#ffffff');
        if (measured >= least) continue;
        yield {
          file: source.file.path,
          ...source.at(path),
          message: `The colour ${colour} has a contrast of ${measured.toFixed(2)} to 1 on white; what must be seen needs ${least}.`,
          hint: 'Leave the colour to the site, or choose a darker one.',
        };
      }
    }
  },
};

const keys = new Set(['color', 'fill', 'stroke', 'range', 'value', 'scheme']);

/** Colours in hexadecimal digits under the keys that hold colours, wherever they stand in a spec. */
function* coloursIn(
  node: unknown,
  path: readonly (string | number)[],
): Generator<{ path: readonly (string | number)[]; colour: string }> {
  if (typeof node === 'string') {
    const named = path.findLast((key) => typeof key === 'string');
    if (/^#(?:[0-9a-f]{3}){1,2}$/i.test(node) && keys.has(String(named))) yield { path, colour: long(node) };
  } else if (node !== null && typeof node === 'object') {
    for (const [key, inner] of Object.entries(node))
      yield* coloursIn(inner, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

const long = (colour: string): string =>
  colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;
