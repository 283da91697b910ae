import type { KnownFields } from './known-fields.ts';
import { definitionsOf, type View } from './view.ts';

/**
 * Years are integers in releases, and Vega-Lite takes an integer on a temporal
 * channel for milliseconds: they become the first of January of their year.
 */
export function yearsAsDates(view: View, fields: KnownFields): View {
  const names = new Set<string>();
  for (const definition of Object.values(view.encoding ?? {}).flatMap(definitionsOf)) {
    const { field } = definition;
    const isTime = definition.type === 'temporal' || definition.timeUnit !== undefined;
    if (typeof field === 'string' && isTime && fields.get(field)?.kind === 'year') names.add(field);
  }
  if (names.size === 0) return view;
  const made = [...names].map((name) => {
    const year = `datum[${JSON.stringify(name)}]`;
    return {
      calculate: `isNumber(${year}) && ${year} < 10000 ? datetime(${year}, 0, 1) : ${year}`,
      as: name,
    };
  });
  return { ...view, transform: [...(view.transform ?? []), ...made] };
}
