import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import { chartRows, drawChartAndSpec, framedSpec } from './index.ts';
import { readTestChart, testData, textsOf } from './testing.ts';

const frame = {
  title: 'What households pay',
  subtitle: 'Share, %',
  description: 'A chart.',
  usermeta: { data: [{ name: 'share', version: '1.0.0' }] },
};

/** The spec of a chart, and what it shows where nothing of this engine is: plain Vega-Lite and Vega. */
async function opened(own: object, { language = 'lo', words = {} } = {}) {
  const { chart, found } = readTestChart(own);
  if (!chart) throw new Error(found.join('\n'));
  const data = testData(language);
  const drawing = { chart, data, words, language, width: 680, placeColour: () => 1, titledBy: 'title' };
  const drawn = await drawChartAndSpec(drawing);
  const spec = JSON.parse(JSON.stringify(await framedSpec(drawn.spec, frame)));
  const complaints: unknown[] = [];
  const say = (...parts: unknown[]) => {
    complaints.push(...parts);
    return logger;
  };
  const logger = { level: say, error: say, warn: say, info: () => logger, debug: () => logger };
  const { spec: runnable } = compile(structuredClone(spec) as TopLevelSpec, {
    logger: logger as unknown as vega.LoggerInterface,
  });
  const view = new vega.View(vega.parse(runnable), {
    renderer: 'none',
    logger: logger as unknown as vega.LoggerInterface,
  });
  const texts = textsOf(await view.toSVG());
  return { spec, texts, page: textsOf(drawn.svg), complaints, rows: await chartRows({ chart, data }) };
}

const x = { field: 'year', type: 'ordinal' };
const y = { field: 'value', type: 'quantitative' };
const bars = {
  data: { name: 'share' },
  transform: [{ filter: { field: 'place', oneOf: ['LAO', 'WHO-WPR'] } }],
  mark: 'bar',
  encoding: { y: { field: 'place', type: 'nominal' }, x: { aggregate: 'mean', field: 'value' } },
};

test('shows the names, numbers and words of the language without this engine', async () => {
  const { spec, texts, complaints } = await opened(bars);
  expect(JSON.stringify(spec)).not.toMatch(/formatType|customFormatTypes|"autosize"/);
  expect(complaints).toEqual([]);
  expect(texts.join(' ')).toContain('ລາວ');
  expect(texts.join('')).toContain('ປາຊີຟິກຕາເວັນຕົກ');
  expect(texts).toEqual(expect.arrayContaining([frame.title, frame.subtitle]));
});

test('keeps rows apart by the names that their texts show', async () => {
  const text = { mark: 'text', encoding: { y, text: { field: 'place' }, x: { value: 10 } } };
  const summed = { ...text, encoding: { ...text.encoding, y: { ...y, aggregate: 'mean' } } };
  const { texts, page, complaints } = await opened({ data: { name: 'share' }, layer: [summed] });
  expect(complaints).toEqual([]);
  expect(page).toEqual(expect.arrayContaining(['ລາວ', 'ກຳປູເຈຍ']));
  expect(texts).toEqual(expect.arrayContaining(['ລາວ', 'ກຳປູເຈຍ']));
});

test('names what legends and the heads of small multiples show', async () => {
  const { texts, complaints } = await opened({
    data: { name: 'coverage' },
    mark: 'point',
    encoding: {
      x: y,
      shape: { field: 'branch', type: 'nominal' },
      facet: { field: 'place', type: 'nominal' },
    },
  });
  expect(complaints).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining(['ລາວ', 'ກຳປູເຈຍ', 'ຜູ້ສູງອາຍຸ', 'ເດັກນ້ອຍ']));
});

test('has the rows inside that the chart draws, as published, and says where they come from', async () => {
  const { spec, rows } = await opened({
    ...bars,
    transform: [...bars.transform, { filter: 'datum.year > 2020' }],
  });
  expect(rows.get('share')).toEqual([
    { place: 'LAO', year: 2021, value: 15 },
    { place: 'LAO', year: 2022, value: 17.5 },
    { place: 'WHO-WPR', year: 2021, value: 35 },
    { place: 'WHO-WPR', year: 2022, value: 37.5 },
  ]);
  expect(spec.datasets).toEqual(Object.fromEntries(rows));
  expect([spec.$schema, spec.description, spec.usermeta]).toEqual([
    'https://vega.github.io/schema/vega-lite/v6.json',
    frame.description,
    frame.usermeta,
  ]);
});

test('has all rows inside that drawn ones are held against', async () => {
  const change = {
    data: { name: 'share' },
    transform: [
      { window: [{ op: 'lag', field: 'value', as: 'before' }], groupby: ['place'] },
      { filter: 'datum.year === 2022' },
      { calculate: 'datum.value - datum.before', as: 'change' },
    ],
    mark: 'text',
    encoding: { x, text: { field: 'change', type: 'quantitative', format: '.1f' } },
  };
  const { spec, rows, texts } = await opened(change, { language: 'en' });
  expect(rows.get('share')).toHaveLength(3);
  expect(spec.datasets.share).toHaveLength(12);
  expect(texts.filter((each) => each === '2.5')).toHaveLength(3);
});

test('writes nothing where a number is missing', async () => {
  const { texts, page } = await opened(
    {
      data: { name: 'share' },
      transform: [{ window: [{ op: 'lag', field: 'value', as: 'before' }], groupby: ['place'] }],
      mark: 'text',
      encoding: { x, y, text: { field: 'before', type: 'quantitative', format: '.1f' } },
    },
    { language: 'en' },
  );
  expect(texts.filter((each) => each === '15.0')).toHaveLength(page.filter((each) => each === '15.0').length);
  expect(texts).not.toContain('null');
});
