import { drawChart, parseChart, standaloneChart } from '../src/charts/index.ts';
import { localize, makeRelease, type ReleaseFile } from '../src/datasets/index.ts';
import { CommandFailed } from './measure.ts';
import type { Figures } from './run.ts';

const id = 'bench';

/** Seconds of each step by the number of briefs, both on scales of powers. */
const specFor = (sizes: readonly number[]) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: id },
  encoding: {
    x: {
      field: 'briefs',
      type: 'quantitative',
      scale: { type: 'log', nice: false },
      axis: { grid: false, values: sizes },
    },
    y: {
      field: 'seconds',
      type: 'quantitative',
      scale: { type: 'log' },
      axis: { values: [0.1, 1, 10, 100, 1000, 10_000] },
      title: null,
    },
    color: { field: 'step', type: 'nominal', legend: { orient: 'top', columns: 2, title: null } },
  },
  layer: [{ mark: { type: 'line', point: true } }],
});

/** The figures as a chart: an SVG document, drawn as the charts of briefs are. */
export async function figuresChart(all: readonly Figures[]): Promise<string> {
  const about: Omit<ReleaseFile, 'data'> = {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: id,
    version: '1.0.0',
    created: new Date().toISOString().slice(0, 10),
    title: 'The benchmark of Sala',
    description: 'Seconds by the clock that building a site took.',
    language: 'en',
    sources: [{ title: 'npm run bench' }],
    licenses: [{ name: 'CC0-1.0' }],
    changes: 'First release.',
    schema: {
      fields: [
        { name: 'step', type: 'string' },
        { name: 'briefs', type: 'integer', unit: 'count' },
        { name: 'seconds', type: 'number', unit: 'count' },
      ],
      primaryKey: ['step', 'briefs'],
    },
  };
  const data = all.flatMap(({ briefs, steps }) =>
    steps.map(({ name, wall }) => ({ step: name, briefs, seconds: Math.max(wall, 0.1) })),
  );
  const words = {
    title: about.title,
    description: about.description,
    publisher: 'Sala',
    fields: {
      step: { title: 'Step' },
      briefs: { title: 'Briefs, each in four languages' },
      seconds: { title: 'Seconds' },
    },
  };
  const facts = { update: 'once' as const, fields: { seconds: { decimals: 1 } } };
  const localized = localize(
    { id, facts, words: new Map([['en', words]]) },
    makeRelease({ ...about, data }, 'sha256:0'),
    { language: 'en', fallback: 'en', placeNames: (code) => code },
  );
  const problems: string[] = [];
  const file = { path: 'bench.vl.json', text: JSON.stringify(specFor(all.map(({ briefs }) => briefs))) };
  const chart = parseChart(id, file, ({ message }) => problems.push(message));
  if (!chart) throw new CommandFailed(problems.join('\n'));
  const svg = await drawChart({
    chart,
    data: new Map([[id, localized]]),
    words: {},
    language: 'en',
    width: 680,
    placeColour: () => undefined,
    titledBy: id,
  });
  return standaloneChart(svg, {
    id,
    language: 'en',
    direction: 'ltr',
    title: 'How long it takes to build a site',
    subtitle: 'Seconds by the clock, by the number of briefs; both axes in powers of ten',
    description: about.description,
    notes: [],
    source: `npm run bench, ${about.created}`,
    rights: 'CC0-1.0',
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    address: 'https://sala.example/',
    site: 'Sala',
    data: [],
  });
}
