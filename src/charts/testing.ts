import { type DatasetWords, type LocalizedDataset, localize, makeRelease } from '../datasets/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { type Language, placeName } from '../i18n/index.ts';
import { type ChartSource, drawChart, parseChart } from './index.ts';
import { fieldWords, releases } from './testing-data.ts';

/** The data sets in a language; in English where the test has no words of it. */
export const testData = (language: Language): Map<string, LocalizedDataset> =>
  new Map(
    Object.entries(releases).map(([id, release]) => {
      const wordsOf = (own: Language): [Language, DatasetWords] => [
        own,
        {
          title: `Data of ${id}`,
          description: id,
          publisher: 'Tests',
          fields: Object.fromEntries(
            release.schema.fields.map(({ name }) => [name, fieldWords[own]?.[name] ?? { title: name }]),
          ),
        },
      ];
      const dataset = {
        id,
        facts: { update: 'yearly' as const, fields: { value: { decimals: 1 } } },
        words: new Map(Object.keys(fieldWords).map(wordsOf)),
      };
      const placeNames = (code: string) => placeName(code, language) ?? code;
      return [
        id,
        localize(dataset, makeRelease(release, 'sha256:0'), { language, fallback: 'en', placeNames }),
      ];
    }),
  );

/** A chart from a spec, with what its reading reports as `line:column rule message hint`. */
export function readTestChart(spec: unknown): {
  chart: ChartSource | undefined;
  found: string[];
  report: (diagnostic: Diagnostic) => void;
} {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec, null, 2);
  const found: string[] = [];
  const report = ({ line, column, rule, message, hint }: Diagnostic) =>
    found.push(`${line}:${column} ${rule} ${message} ${hint}`.trim());
  const chart = parseChart('test', { path: 'content/charts/test/chart.vl.json', text }, report);
  return { chart, found, report };
}

/** Draws a spec of the test data. */
export async function drawTest(
  spec: object,
  {
    language = 'en',
    width = 680,
    words: own = {},
  }: { language?: Language; width?: number; words?: Record<string, string> } = {},
): Promise<string> {
  const { chart, found } = readTestChart(spec);
  if (!chart) throw new Error(found.join('\n'));
  const placeColour = (code: string) => ({ LAO: 1, KHM: 2 })[code];
  return drawChart({
    chart,
    data: testData(language),
    words: own,
    language,
    width,
    placeColour,
    titledBy: 'a-test',
  });
}

/** The texts of an SVG, lines of one text joined by a bar. */
export const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner = '']) =>
    inner.replace(/<\/tspan><tspan[^>]*>/g, '|').replace(/<[^>]+>/g, ''),
  );
