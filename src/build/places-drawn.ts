import { chartRows } from '../charts/index.ts';
import { valuesOf } from '../datasets/index.ts';
import type { PlaceCode } from '../i18n/index.ts';
import type { Chart } from '../site/index.ts';
import type { Edition } from './edition.ts';

/** The places whose rows a chart draws, with the newest releases. */
export async function placesDrawn({ site, locale }: Edition, chart: Chart): Promise<ReadonlySet<PlaceCode>> {
  const known = found.get(chart);
  if (known) return known;
  const data = new Map(
    chart.source.datasets.flatMap((id) => {
      const dataset = site.datasets.get(id);
      return dataset ? [[id, locale(site.sourceLanguage).dataset(dataset, dataset.newest)] as const] : [];
    }),
  );
  const rows = await chartRows({ chart: chart.source, data });
  const places = new Set(
    [...rows].flatMap(([id, own]) => {
      const fields = data.get(id)?.fields.filter(({ kind }) => kind === 'place') ?? [];
      return fields.flatMap(({ name }) => valuesOf(own, name));
    }),
  );
  found.set(chart, places);
  return places;
}

// The pages of all places in all languages ask.
const found = new WeakMap<Chart, ReadonlySet<PlaceCode>>();
