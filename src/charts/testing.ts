import { type LocalizedDataset, localize, makeRelease, type ReleaseFile } from '../datasets/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { type Language, placeName } from '../i18n/index.ts';
import { type ChartSource, drawChart, parseChart } from './index.ts';

/** A small site for tests: two data sets by place and year, and one by place and branch. */
const years = [2019, 2020, 2021, 2022];
const file = (
  name: string,
  unit: string,
  data: ReleaseFile['data'],
  more: ReleaseFile['schema']['fields'] = [],
): ReleaseFile => ({
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name,
  version: '1.0.0',
  created: '2026-11-24',
  title: name,
  description: name,
  language: 'en',
  sources: [{ title: 'made up' }],
  changes: 'First.',
  schema: {
    fields: [
      { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
      ...more,
      { name: 'year', type: 'year' },
      { name: 'value', type: 'number', unit },
    ],
    primaryKey: ['place', ...more.map((field) => field.name), 'year'],
  },
  data,
});

const byYear = (scale: number) =>
  ['LAO', 'KHM', 'WHO-WPR'].flatMap((place, index) =>
    years.map((year) => ({ place, year, value: scale * (index + 1) + (year - 2019) * 0.25 * scale })),
  );

const releases = {
  share: file('share', 'percent', byYear(10)),
  income: file('income', 'USD', byYear(1000)),
  coverage: file(
    'coverage',
    'percent',
    ['LAO', 'KHM'].flatMap((place) =>
      ['old-age', 'children'].map((branch, index) => ({ place, branch, year: 2020, value: 12.5 + index })),
    ),
    [{ name: 'branch', type: 'string', categories: ['old-age', 'children'] }],
  ),
};

const words = {
  en: {
    place: 'Place',
    year: 'Year',
    value: 'Amount',
    unit: '% of all',
    region: 'Western Pacific (average of countries)',
    'old-age': 'Older persons',
    children: 'Children',
  },
  lo: {
    place: 'ສະຖານທີ່',
    year: 'ປີ',
    value: 'ຈຳນວນ',
    unit: '% ຂອງທັງໝົດ',
    region: 'ປາຊີຟິກຕາເວັນຕົກ (ສະເລ່ຍຂອງບັນດາປະເທດ)',
    'old-age': 'ຜູ້ສູງອາຍຸ',
    children: 'ເດັກນ້ອຍ',
  },
};

/** The data sets in a language; in English where the test has no words of it. */
export const testData = (language: Language): Map<string, LocalizedDataset> =>
  new Map(
    Object.entries(releases).map(([id, release]) => {
      const wordsOf = (own: (typeof words)['en']) => ({
        title: `Data of ${id}`,
        description: id,
        publisher: 'Tests',
        fields: {
          place: { title: own.place, values: { 'WHO-WPR': own.region } },
          year: { title: own.year },
          value: { title: own.value, unit: own.unit },
          branch: { title: 'Branch', values: { 'old-age': own['old-age'], children: own.children } },
        },
      });
      const dataset = {
        id,
        facts: { update: 'yearly' as const, fields: { value: { decimals: 1 } } },
        words: new Map([
          ['en', wordsOf(words.en)],
          ['lo', wordsOf(words.lo)],
        ]),
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
