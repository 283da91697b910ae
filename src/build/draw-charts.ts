import { ChartError } from '../charts/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { allVersions, smallCharts } from '../site/index.ts';
import { pruneCache } from './chart-cache.ts';
import type { Edition } from './edition.ts';
import { withEachRelease } from './releases-drawn.ts';

/**
 * Draws the charts that the pages of an edition show, as far as they are wanted, so
 * that one that cannot be drawn is reported at its file before any page is made.
 * Those with earlier releases are drawn too, as pages ask whether they can be.
 */
export async function drawCharts(
  { site, charts }: Edition,
  isWanted: (path: string) => boolean,
): Promise<Diagnostic[]> {
  const problems = new Map<string, Diagnostic>();
  const shown = [...chartsShown(site)].filter(({ chart, slug, language }) =>
    isWanted(slug === undefined ? `charts/${chart.id}/` : `${language}/briefs/${slug}/`),
  );
  const earlier = [...site.charts.values()]
    .filter(({ id }) => isWanted(`charts/${id}/`))
    .flatMap((chart) => withEachRelease(site, chart).map(({ wanted }) => wanted));
  const drawn = await Promise.allSettled(charts([...shown, ...earlier]));
  for (const [index, { chart }] of shown.entries()) {
    const outcome = drawn[index];
    if (outcome?.status !== 'rejected') continue;
    if (!(outcome.reason instanceof ChartError)) throw outcome.reason;
    problems.set(chart.id, {
      rule: 'chart-drawing',
      severity: 'error',
      file: chart.source.file.path,
      ...chart.source.at([]),
      message: `This chart cannot be drawn: ${outcome.reason.message}`,
      hint: 'Open it in the Vega editor (https://vega.github.io/editor/) with some of its rows to see why.',
    });
  }
  await pruneCache(1e9);
  return [...problems.values()];
}

/** Each chart on its own page in every language, those of places, and those in the briefs that show them. */
export function* chartsShown(site: Edition['site']) {
  for (const chart of [...site.charts.values(), ...smallCharts(site)])
    for (const language of site.languages) yield { chart, language, releases: undefined, slug: undefined };
  for (const { slug, figures, translations, releases } of allVersions(site)) {
    for (const { id } of figures) {
      const chart = site.charts.get(id);
      if (chart) for (const language of translations.keys()) yield { chart, language, releases, slug };
    }
  }
}
