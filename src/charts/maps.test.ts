import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { type LocalizedDataset, localize, makeRelease, type ReleaseFile } from '../datasets/index.ts';
import { type Language, placeName } from '../i18n/index.ts';
import {
  chartRows,
  chartTables,
  checkChart,
  drawChartAndSpec,
  fieldNames,
  framedSpec,
  objectNames,
} from './index.ts';
import { readTestChart, testData, textsOf } from './testing.ts';

/** Three countries as squares in a row of 2 degrees each, of which Thailand has no values. */
const region: ReleaseFile = {
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name: 'region',
  version: '1.0.0',
  created: '2026-11-24',
  title: 'Region',
  description: 'A map.',
  language: 'en',
  sources: [{ title: 'made up' }],
  changes: 'First.',
  format: 'topojson',
  schema: {
    fields: [
      { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
      { name: 'longitude', type: 'number' },
      { name: 'latitude', type: 'number' },
    ],
    primaryKey: ['place'],
  },
  data: {
    type: 'Topology',
    objects: {
      places: {
        type: 'GeometryCollection',
        geometries: ['LAO', 'KHM', 'THA'].map((place, n) => ({
          type: 'Polygon',
          id: place,
          properties: { place, longitude: 101 + 2 * n, latitude: 15 },
          arcs: [[n]],
        })),
      },
    },
    arcs: [100, 102, 104].map((west) => [
      [west, 14],
      [west, 16],
      [west + 2, 16],
      [west + 2, 14],
      [west, 14],
    ]),
  },
};
const release = makeRelease(region, 'sha256:0');

const dataFor = (language: Language): Map<string, LocalizedDataset> => {
  const words = { title: 'Map', description: 'A map.', publisher: 'Tests', fields: {} };
  const facts = { update: 'once' as const };
  const placeNames = (code: string) => placeName(code, language) ?? code;
  const map = localize({ id: 'region', facts, words: new Map([['en', words]]) }, release, {
    language,
    fallback: 'en',
    placeNames,
  });
  return new Map([...testData(language), ['region', map]]);
};

const frame = { title: 'Title', subtitle: 'Subtitle', description: 'Description', usermeta: {} };

async function drawn(spec: object, language: Language = 'en', width = 680) {
  const { chart, found } = readTestChart(spec);
  if (!chart) throw new Error(found.join('\n'));
  const data = dataFor(language);
  const placeColour = (code: string) => ({ LAO: 1, KHM: 2 })[code];
  const own = { chart, data, words: {}, language, width, placeColour, titledBy: 'title' };
  const { svg, spec: portable } = await drawChartAndSpec(own);
  return { svg, chart, data, spec: await framedSpec(portable, frame) };
}

const feature = { name: 'region', format: { type: 'topojson', feature: 'places' } };
const mesh = { name: 'region', format: { type: 'topojson', mesh: 'places' } };
const label = {
  mark: 'text',
  encoding: {
    longitude: { field: 'properties.longitude', type: 'quantitative' },
    latitude: { field: 'properties.latitude', type: 'quantitative' },
    text: { field: 'properties.place', type: 'nominal' },
  },
};
const base = { data: feature, layer: [{ mark: 'geoshape' }, label] };
const filled = {
  data: feature,
  transform: [
    { lookup: 'properties.place', from: { data: { name: 'income' }, key: 'place', fields: ['value'] } },
  ],
  layer: [
    { mark: 'geoshape', encoding: { color: { field: 'value', type: 'quantitative' } } },
    { ...label, encoding: { ...label.encoding, text: { field: 'value', type: 'quantitative' } } },
  ],
};
const joined = {
  data: { name: 'share' },
  transform: [
    { filter: "datum.year >= 2021 && datum.place !== 'WHO-WPR'" },
    { lookup: 'place', from: { data: feature, key: 'id' }, as: 'shape' },
  ],
  mark: 'geoshape',
  encoding: {
    shape: { field: 'shape', type: 'geojson' },
    color: { field: 'value', type: 'quantitative' },
  },
};
const one = { ...joined, transform: [{ filter: 'datum.year === 2022' }, ...joined.transform] };
const faceted = { ...joined, encoding: { ...joined.encoding, facet: { field: 'year', columns: 2 } } };

const specs: [string, object][] = [
  ...[
    'mercator',
    'equalEarth',
    'naturalEarth1',
    'conicEqualArea',
    'azimuthalEqualArea',
    'equirectangular',
    'orthographic',
  ].map((type): [string, object] => [
    `the projection ${type}`,
    { ...base, projection: { type, rotate: [-103, -10] } },
  ]),
  [
    'a sphere with a graticule',
    {
      projection: { type: 'orthographic', rotate: [-103, -10] },
      layer: [
        { data: { sphere: true }, mark: { type: 'geoshape', fill: null, stroke: '#565e66' } },
        { data: { graticule: { step: [30, 30] } }, mark: { type: 'geoshape', filled: false } },
        { data: feature, mark: 'geoshape' },
      ],
    },
  ],
  [
    'borders over land',
    {
      layer: [
        { data: feature, mark: 'geoshape' },
        { data: mesh, mark: { type: 'geoshape', filled: false, stroke: '#565e66' } },
      ],
    },
  ],
  ['values that places look up', filled],
  ['places that values look up', one],
  ['a map for each year', faceted],
  [
    'symbols at places',
    {
      data: feature,
      transform: filled.transform,
      mark: 'circle',
      encoding: { ...label.encoding, text: undefined, size: { field: 'value', type: 'quantitative' } },
    },
  ],
  [
    'a colour for each place',
    { ...base, layer: [{ mark: 'geoshape', encoding: { color: { field: 'id' } } }] },
  ],
];

describe.each(specs)('%s', (_, spec) => {
  test.each(['en', 'lo', 'km', 'vi'])('is drawn for readers of %s at both widths', async (language) => {
    for (const width of [328, 680]) {
      const { svg } = await drawn(JSON.parse(JSON.stringify(spec)), language, width);
      expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${width}" height="\\d+"`));
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.match(/<path/g)?.length).toBeGreaterThan(1);
    }
  });

  test('is plain Vega-Lite for others, with the map inside', async () => {
    const { spec: portable } = await drawn(JSON.parse(JSON.stringify(spec)), 'lo');
    const compiled = compile(JSON.parse(JSON.stringify(portable)) as TopLevelSpec).spec;
    const svg = await new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
    expect(svg).toMatch(/<path[^>]* d="M/);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

test.each([
  ['en', ['Laos', 'Cambodia', 'Thailand']],
  ['lo', ['ລາວ', 'ກຳປູເຈຍ', 'ໄທ']],
  ['km', ['ឡាវ', 'កម្ពុជា', 'ថៃ']],
  ['vi', ['Lào', 'Campuchia', 'Thái Lan']],
])('names places in the words of %s, in the picture and in the spec', async (language, names) => {
  const { svg, spec } = await drawn(base, language);
  expect(textsOf(svg)).toEqual(names);
  const compiled = compile(JSON.parse(JSON.stringify(spec)) as TopLevelSpec).spec;
  const plain = await new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
  for (const name of names) expect(plain).toContain(name);
});

test('the legend has the unit and the numbers of the language', async () => {
  const texts = textsOf((await drawn(filled, 'lo')).svg);
  expect(texts).toContain('ຈຳນວນ (% ຂອງທັງໝົດ)');
  expect(texts.join(' ')).toMatch(/\d\.\d{3}/);
});

test('a place without a value is drawn as land, and has no number', async () => {
  const { svg } = await drawn(filled);
  const fills = [...svg.matchAll(/<path d="m[^>]* fill="([^"]*)"/g)].map(([, fill]) => fill);
  expect(fills.filter((fill) => fill === 'var(--chart-grid)')).toHaveLength(1);
  expect(textsOf(svg)).toContain('–');
  expect(textsOf(svg)).not.toContain('null');
});

test('a map is as high as what it shows', async () => {
  const height = async (width: number) =>
    Number(/ height="(\d+)"/.exec((await drawn(base, 'en', width)).svg)?.[1]);
  expect(await height(680)).toBeGreaterThan(215);
  expect(await height(680)).toBeLessThan(250);
  expect(await height(328)).toBeLessThan(130);
});

test('the table has the rows that the map shows, whichever looks up the other', async () => {
  const first = await drawn(filled);
  const cells = chartTables({ chart: first.chart, data: first.data }).then((tables) =>
    tables.map(({ dataset, rows }) => [dataset, rows.map((row) => row.cells)]),
  );
  expect(await cells).toEqual([
    [
      'income',
      [
        ['Laos', '1,750.0'],
        ['Cambodia', '2,750.0'],
      ],
    ],
  ]);
  const second = await drawn(one);
  const rows = await chartRows({ chart: second.chart, data: second.data });
  expect([...rows].map(([id, own]) => [id, own.map(({ place, year }) => `${place} ${year}`)])).toEqual([
    ['share', ['LAO 2022', 'KHM 2022']],
  ]);
});

test('a map alone lists its places', async () => {
  const { chart, data } = await drawn(base);
  const [table] = await chartTables({ chart, data });
  expect(table?.rows.map(({ cells }) => cells[0])).toEqual(['Laos', 'Cambodia', 'Thailand']);
});

test.each<[string, object, string]>([
  [
    'no format',
    { ...base, data: { name: 'region' } },
    '3:5 chart-data This data set is a map, and nothing says which of its objects is drawn. Write "data": {"name": "region", "format": {"type": "topojson", "feature": "places"}}.',
  ],
  [
    'another object',
    { ...base, data: { ...feature, format: { type: 'topojson', feature: 'place' } } },
    'chart-data The map has no object “place”. Did you mean “places”?',
  ],
  [
    'rows as a map',
    { ...base, data: { ...feature, name: 'share' } },
    'chart-data This data set has rows and is no map. Take “format” away, or name a map.',
  ],
  [
    'another field',
    { data: feature, mark: 'geoshape', encoding: { color: { field: 'properties.plce', type: 'nominal' } } },
    'chart-field There is no field “properties.plce” here. Did you mean “properties.place”?',
  ],
  [
    'a lookup without format',
    { ...joined, transform: [{ ...joined.transform[1], from: { data: { name: 'region' }, key: 'id' } }] },
    'chart-data This data set is a map',
  ],
])('finds %s', (_, spec, expected) => {
  const { chart, found, report } = readTestChart(spec);
  if (!chart) throw new Error(found.join('\n'));
  const all = new Map([...testData('en')].map(([id, { fields }]) => [id, { fields: [...fields] }]));
  const names = (id: string) => all.get(id)?.fields.map(({ name }) => name);
  checkChart(
    chart,
    (id) => (id === 'region' ? fieldNames(release) : names(id)),
    report,
    ['region', ...all.keys()],
    (id) => (id === 'region' ? objectNames(release) : undefined),
  );
  expect(found.join('\n')).toContain(expected);
});
