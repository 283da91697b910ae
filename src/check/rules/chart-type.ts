import type { ChartSource } from '../../charts/index.ts';
import type { Field } from '../../datasets/index.ts';
import type { Rule } from './rule.ts';

type Kind = Field['kind'];

/** Types of Vega-Lite that make no sense of what a field holds, and what to write instead. */
const misfits: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  place: { quantitative: 'nominal', temporal: 'nominal' },
  category: { quantitative: 'nominal', temporal: 'nominal' },
  text: { quantitative: 'nominal', temporal: 'nominal' },
  flag: { quantitative: 'nominal', temporal: 'nominal' },
  // A whole number would be taken for milliseconds since 1970.
  year: { temporal: 'quantitative' },
  measure: { temporal: 'quantitative' },
};

export const chartType: Rule = {
  id: 'chart-type',
  severity: 'error',
  holds: 'The type of an encoding fits what its field holds.',
  why: 'A chart that measures names, or takes years for instants of 1970, draws something, and what it draws is wrong. Numbers and years are `quantitative` (years also `ordinal`); places and categories are `nominal`; days are `temporal`.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"type": "nominal"',
    put: '"type": "quantitative"',
    says: '“group” holds names, which cannot be “quantitative”.',
  },
  *check({ charts, datasets }) {
    for (const { source } of charts.values()) {
      const kinds = new Map(
        source.datasets.flatMap((id) =>
          (datasets.get(id)?.newest.fields ?? []).map(({ name, kind }) => [name, kind] as const),
        ),
      );
      for (const { field, type, counts, path } of encodings(source.spec, [])) {
        const kind = kinds.get(field);
        const better = kind && misfits[kind]?.[type];
        // Counting names gives a number.
        if (!better || counts) continue;
        yield {
          file: source.file.path,
          ...source.at(path),
          message: `“${field}” holds ${held[kind] ?? 'names'}, which cannot be “${type}”.`,
          hint: `Write "type": "${better}".`,
        };
      }
    }
  },
};

const held: Partial<Record<Kind, string>> = { place: 'places', year: 'years', measure: 'numbers' };

interface Encoded {
  field: string;
  type: string;
  /** Whether rows or values are counted. */
  counts: boolean;
  path: readonly (string | number)[];
}

/** Fields under a type, wherever they stand in a spec. */
function* encodings(node: unknown, path: readonly (string | number)[]): Generator<Encoded> {
  if (node === null || typeof node !== 'object') return;
  const { field, type, aggregate } = node as Partial<Record<string, unknown>>;
  if (typeof field === 'string' && typeof type === 'string')
    yield {
      field,
      type,
      counts: ['count', 'distinct', 'valid', 'missing'].includes(String(aggregate)),
      path: [...path, 'type'],
    };
  for (const [key, inner] of Object.entries(node as ChartSource['spec']))
    yield* encodings(inner, [...path, Array.isArray(node) ? Number(key) : key]);
}
