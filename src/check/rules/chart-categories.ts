import { type ChartSource, rowsOfMarks } from '../../charts/index.ts';
import { valuesOf } from '../../datasets/index.ts';
import type { Rule } from './rule.ts';

/** How many colours the palette has for categories, and how many greys for places to which site.yaml gives no colour. */
const colours = { category: 6, place: 3 };

export const chartCategories: Rule = {
  id: 'chart-categories',
  severity: 'warning',
  holds: 'A chart tells no more things apart by colour than there are colours.',
  why: 'After six colours they begin again, and two lines look alike; nor can anybody keep more apart. Show fewer, draw small multiples (a `facet`), or name what is shown at its own place, without colour.',
  example: {
    file: 'content/charts/facets/chart.vl.json',
    find: '"mark": "line",\n    "encoding": {',
    put: '"mark": "line",\n    "encoding": {\n      "color": { "field": "year", "type": "nominal" },',
    says: '“year” has 13 values here, and the palette 6 colours.',
  },
  *check({ charts, datasets, settings }) {
    for (const { source } of charts.values()) {
      const marks = rowsOfMarks(source, (id) => datasets.get(id)?.newest.rows);
      for (const { path, field } of colouredBy(source.spec, [])) {
        const place = source.datasets.some((id) =>
          datasets.get(id)?.newest.fields.some(({ name, kind }) => name === field && kind === 'place'),
        );
        const counts = marks.map(({ rows }) => {
          const values = valuesOf(rows, field);
          return (place ? values.filter((code) => settings.places[code]?.colour === undefined) : values)
            .length;
        });
        const count = Math.max(0, ...counts);
        const most = place ? colours.place : colours.category;
        if (count <= most) continue;
        yield {
          file: source.file.path,
          ...source.at(path),
          message: place
            ? `${count} places here have no colour of their own, and the palette has ${most} greys for these.`
            : `“${field}” has ${count} values here, and the palette ${most} colours.`,
          hint: place
            ? 'Show fewer, or give places a colour in site.yaml.'
            : 'Show fewer, or draw small multiples (a “facet”).',
        };
      }
    }
  },
};

/** Fields that colour tells apart, without a domain or colours of the author's own. */
function* colouredBy(
  view: ChartSource['spec'],
  path: readonly (string | number)[],
): Generator<{ path: readonly (string | number)[]; field: string }> {
  for (const channel of ['color', 'fill', 'stroke']) {
    const definition = view.encoding?.[channel];
    if (!definition || Array.isArray(definition) || typeof definition.field !== 'string') continue;
    if (definition.type === 'quantitative' || definition.scale) continue;
    yield { path: [...path, 'encoding', channel, 'field'], field: definition.field };
  }
  for (const key of ['layer', 'concat', 'hconcat', 'vconcat'] as const)
    for (const [index, inner] of (view[key] ?? []).entries()) yield* colouredBy(inner, [...path, key, index]);
  if (view.spec) yield* colouredBy(view.spec, [...path, 'spec']);
}
