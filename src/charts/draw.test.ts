import { describe, expect, test } from 'vitest';
import { drawTest, textsOf } from './testing.ts';

const share = { name: 'share' };
const line = {
  data: share,
  mark: 'line',
  encoding: {
    x: { field: 'year', type: 'quantitative', axis: { values: [2019, 2022] } },
    y: { field: 'value', type: 'quantitative' },
    color: { field: 'place' },
  },
};
const lookup = {
  data: share,
  transform: [
    { filter: 'datum.year === 2022' },
    { lookup: 'place', from: { data: { name: 'income' }, key: 'place', fields: ['value'] }, as: ['income'] },
  ],
  mark: 'point',
  encoding: { x: { field: 'income', type: 'quantitative' }, y: { field: 'value', type: 'quantitative' } },
};
const layered = {
  data: share,
  encoding: {
    x: { field: 'year', type: 'quantitative' },
    y: { field: 'value', type: 'quantitative', title: null },
    color: { field: 'place', legend: null },
  },
  layer: [
    { mark: 'line' },
    {
      transform: [{ filter: 'datum.year === 2022' }],
      mark: { type: 'text', align: 'left', dx: 6 },
      encoding: { text: { field: 'place' } },
    },
  ],
};
const specs: [string, object][] = [
  ['a single view', line],
  ['layers', layered],
  [
    'a facet',
    {
      data: share,
      facet: { field: 'place' },
      columns: 3,
      spec: { mark: 'bar', encoding: { x: { field: 'year' }, y: { field: 'value', type: 'quantitative' } } },
    },
  ],
  ['columns in the encoding', { ...line, encoding: { ...line.encoding, column: { field: 'place' } } }],
  [
    'views side by side',
    {
      data: share,
      hconcat: [
        line,
        { mark: 'bar', encoding: { y: { field: 'place' }, x: { aggregate: 'mean', field: 'value' } } },
      ],
    },
  ],
  [
    'a repeat',
    {
      ...lookup,
      mark: undefined,
      encoding: undefined,
      repeat: ['value', 'income'],
      spec: {
        mark: 'bar',
        encoding: { y: { field: 'place' }, x: { field: { repeat: 'repeat' }, type: 'quantitative' } },
      },
    },
  ],
  ['a lookup', lookup],
  [
    'a box plot',
    {
      data: share,
      mark: 'boxplot',
      encoding: { x: { field: 'place' }, y: { field: 'value', type: 'quantitative' } },
    },
  ],
  [
    'selections',
    {
      ...line,
      params: [
        { name: 'zoom', select: 'interval', bind: 'scales' },
        { name: 'words', value: { speed: '' } },
        { name: 'speed', value: 1, bind: { input: 'range' } },
      ],
    },
  ],
  ['a clipped mark', { ...line, mark: { type: 'area', clip: true } }],
];

describe.each(specs)('%s', (_, spec) => {
  test.each([328, 680])('is exactly %i px wide, in the fonts and colours of the page', async (width) => {
    const svg = await drawTest(JSON.parse(JSON.stringify(spec)), { width });
    expect(svg).toMatch(
      new RegExp(`^<svg [^>]*class="chart-svg" width="${width}" height="\\d+" viewBox="0 0 ${width} \\d+"`),
    );
    expect(svg.match(/aria-[a-z]+="[^"]*"/g)).toEqual(['aria-labelledby="a-test"']);
    expect(svg).not.toMatch(/NaN|undefined|font-family|aria-roledescription|opacity="0"/);
    expect(svg).toContain('var(--chart-');
  });
});

test.each([
  ['en', '1,500', 'Cambodia', 'Amount (% of all)'],
  ['km', '1,500', 'កម្ពុជា', 'ចំនួន (% នៃចំនួនសរុប)'],
  ['lo', '1.500', 'ກຳປູເຈຍ', 'ຈຳນວນ (% ຂອງທັງໝົດ)'],
  ['vi', '1.500', 'Campuchia', 'Số lượng (% tổng số)'],
])('writes numbers, places and titles for readers of %s', async (language, number, place, title) => {
  const texts = textsOf(
    await drawTest(
      {
        ...line,
        data: { name: 'income' },
        encoding: { ...line.encoding, y: { ...line.encoding.y, axis: { values: [1500] } } },
      },
      { language },
    ),
  );
  expect(texts).toEqual(expect.arrayContaining([number, place, title, '2019', '2022']));
});

test('names series at their ends, in lines at word boundaries on a phone', async () => {
  expect(textsOf(await drawTest(layered, { language: 'lo' }))).toContain('ປາຊີຟິກຕາເວັນຕົກ (ສະເລ່ຍຂອງບັນດາປະເທດ)');
  const narrow = textsOf(await drawTest(layered, { language: 'lo', width: 328 }));
  expect(narrow.filter((text) => text.startsWith('ປາຊີຟິກ'))).toEqual(['ປາຊີຟິກຕາເວັນຕົກ (ສະເລ່ຍ|ຂອງບັນດາປະເທດ)']);
});

test('keeps the colour of a place, and dashes the grey lines of regions', async () => {
  const svg = await drawTest(line);
  expect(svg).toContain('stroke="var(--chart-1)"');
  expect(svg).toContain('stroke="var(--chart-2)"');
  expect(svg).toMatch(/stroke="var\(--chart-region-1\)"[^>]*stroke-dasharray="6,3"/);
  const khmerOnly = await drawTest({ ...line, transform: [{ filter: "datum.place === 'KHM'" }] });
  expect(khmerOnly).not.toContain('--chart-1,');
  expect(textsOf(khmerOnly)).not.toContain('Laos');
});

test('keeps the colour of a place where the spec has an order of its own', async () => {
  const color = { field: 'place', scale: { domain: ['WHO-WPR', 'KHM', 'LAO'] } };
  const svg = await drawTest({ ...line, encoding: { ...line.encoding, color } });
  expect(textsOf(svg).filter((text) => ['Laos', 'Cambodia'].includes(text))).toEqual(['Cambodia', 'Laos']);
  expect(svg).not.toContain('--chart-3');
});

test('begins a measured axis of years with the first year of the data', async () => {
  const spec = {
    data: share,
    mark: 'point',
    encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'value', type: 'quantitative' } },
  };
  expect(textsOf(await drawTest(spec))).toContain('2019');
});

test('puts the words of the chart in', async () => {
  const spec = {
    data: share,
    params: [{ name: 'words', value: { peak: '' } }],
    mark: { type: 'text', text: { expr: 'words.peak' } },
    encoding: { x: { field: 'value', type: 'quantitative', title: null } },
  };
  const texts = textsOf(await drawTest(spec, { words: { peak: 'Highest' } }));
  expect(texts).toContain('Highest');
  expect(texts).not.toContain('Amount (% of all)');
});

test('shows numbers in text marks with the decimals of their field, years without a thousands separator', async () => {
  const spec = {
    data: { name: 'income' },
    transform: [{ filter: "datum.year === 2020 && datum.place === 'KHM'" }],
    mark: 'text',
    encoding: { x: { field: 'year', type: 'ordinal' }, text: { field: 'value' } },
  };
  expect(textsOf(await drawTest(spec, { language: 'vi' }))).toEqual(
    expect.arrayContaining(['2.250,0', '2020']),
  );
});

test('leaves no English and no names of fields where there are no words', async () => {
  const spec = {
    data: share,
    transform: [{ calculate: 'datum.value * 2', as: 'double' }],
    mark: 'bar',
    encoding: { x: { field: 'double', bin: true }, y: { aggregate: 'count' } },
  };
  expect(textsOf(await drawTest(spec)).filter((text) => /[a-z]/i.test(text))).toEqual([]);
});

test('takes years on a time axis for years', async () => {
  const spec = { ...line, encoding: { ...line.encoding, x: { field: 'year', type: 'temporal' } } };
  expect(textsOf(await drawTest(spec))).toEqual(expect.arrayContaining(['2019', '2022']));
});

test('moves labels apart that would cover each other', async () => {
  const spec = {
    ...layered,
    transform: [{ calculate: "datum.place === 'KHM' ? 10.1 : 10", as: 'near' }],
    encoding: {
      ...layered.encoding,
      y: { field: 'near', type: 'quantitative', scale: { domain: [0, 100] } },
    },
  };
  const svg = await drawTest(spec);
  const heights = [
    ...svg.matchAll(
      /<text (?:transform="translate\([\d.]+,|x="[\d.]+" y=")([\d.]+)[^>]*>(?:Laos|Cambodia|<tspan|Western)/g,
    ),
  ]
    .map(([, y]) => Number(y))
    .sort((a, b) => a - b);
  expect(heights).toHaveLength(3);
  expect(
    Math.min((heights[1] ?? 0) - (heights[0] ?? 0), (heights[2] ?? 0) - (heights[1] ?? 0)),
  ).toBeGreaterThan(11);
});

test('draws the same bytes each time, also at the same time', async () => {
  const spec = { ...line, mark: { type: 'line', clip: true }, transform: [{ sample: 8 }] };
  const [first, ...others] = await Promise.all([
    drawTest(spec),
    drawTest(layered),
    drawTest(spec),
    drawTest(spec),
  ]);
  expect([others[1], others[2]]).toEqual([first, first]);
  expect(first).toContain('id="test-680-1"');
});

test('says what cannot be drawn instead of drawing something else', async () => {
  const spec = {
    ...line,
    encoding: {
      ...line.encoding,
      shape: { field: 'value', type: 'quantitative' },
      xOffset: { field: 'place' },
    },
  };
  await expect(drawTest(spec)).rejects.toThrow(/xOffset dropped|shape/);
});
