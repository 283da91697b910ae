import { ChartError } from '../charts/index.ts';
import type { LocalizedDataset, Release } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Chart, Locale, Site } from '../site/index.ts';
import { drawOrders } from './draw-orders.ts';
import type { DrawnChart } from './edition.ts';
import { orderOf } from './order-chart.ts';

/** A chart to draw in a language, from the given releases or from the newest of its data sets. */
export interface Wanted {
  chart: Chart;
  language: Language;
  releases?: ReadonlyMap<string, Release> | undefined;
}

/** Draws many charts at once; each may fail by itself. */
export type Drawer = (wanted: readonly Wanted[]) => Promise<DrawnChart>[];

/** Draws each chart once for a language and a set of releases; briefs and chart pages share it. */
export function makeDrawer(site: Site, locale: (language: Language) => Locale): Drawer {
  const made = new Map<string, Promise<DrawnChart>>();
  const releasesOf = ({ chart, releases }: Wanted) =>
    chart.source.datasets.flatMap((id) => releases?.get(id) ?? site.datasets.get(id)?.newest ?? []);
  const keyOf = (wanted: Wanted) =>
    [wanted.chart.id, wanted.language, ...releasesOf(wanted).map(({ version }) => version)].join(' ');
  const dataOf = (wanted: Wanted) =>
    new Map(
      releasesOf(wanted).flatMap((release): [string, LocalizedDataset][] => {
        const dataset = site.datasets.get(release.dataset);
        return dataset ? [[dataset.id, locale(wanted.language).dataset(dataset, release)]] : [];
      }),
    );
  return (wanted) => {
    const missing = new Map(
      wanted.map((each) => [keyOf(each), each] as const).filter(([key]) => !made.has(key)),
    );
    const outcomes = drawOrders(
      [...missing.values()].map(({ chart, language, releases }) =>
        orderOf(site, locale(language), chart, releases),
      ),
    );
    for (const [index, [key, each]] of [...missing].entries())
      made.set(
        key,
        outcomes.then((all) => {
          const outcome = all[index];
          if (outcome && 'drawn' in outcome) return { ...outcome.drawn, data: dataOf(each) };
          throw new ChartError(outcome?.problem);
        }),
      );
    return wanted.map((each) => made.get(keyOf(each)) as Promise<DrawnChart>);
  };
}
