import { ChartError } from '../charts/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Edition } from './edition.ts';

/**
 * Draws every chart that the pages of an edition show, so that one that cannot
 * be drawn is reported at its file before any page is made.
 */
export async function drawCharts({ site, chart: draw }: Edition): Promise<Diagnostic[]> {
  const problems = new Map<string, Diagnostic>();
  for (const { chart, language, releases } of chartsShown(site)) {
    try {
      await draw(chart, language, releases);
    } catch (error) {
      if (!(error instanceof ChartError)) throw error;
      problems.set(chart.id, {
        rule: 'chart-drawing',
        severity: 'error',
        file: chart.source.file.path,
        ...chart.source.at([]),
        message: `This chart cannot be drawn: ${error.message}`,
        hint: 'Open it in the Vega editor (https://vega.github.io/editor/) with some of its rows to see why.',
      });
    }
  }
  return [...problems.values()];
}

/** Each chart on its own page in every language, and in the briefs that show it. */
export function* chartsShown(site: Edition['site']) {
  for (const chart of site.charts.values())
    for (const language of site.languages) yield { chart, language, releases: undefined };
  for (const { figures, translations, releases } of site.briefs) {
    for (const { id } of figures) {
      const chart = site.charts.get(id);
      if (chart) for (const language of translations.keys()) yield { chart, language, releases };
    }
  }
}
