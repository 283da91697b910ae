import { expect, test } from 'vitest';
import { chartTables } from './tables.ts';
import { readTestChart, testData } from './testing.ts';

function tables(spec: object, language = 'en') {
  const { chart, found } = readTestChart(spec);
  if (!chart) throw new Error(found.join('\n'));
  return chartTables({ chart, data: testData(language) });
}
const y = { field: 'value', type: 'quantitative' };

test('sets years against places, in the reader’s words', () => {
  const [table] = tables(
    {
      data: { name: 'share' },
      transform: [{ filter: { field: 'place', oneOf: ['LAO', 'KHM'] } }, { filter: 'datum.year > 2020' }],
      mark: 'line',
      encoding: { y },
    },
    'lo',
  );
  expect(table).toMatchObject({
    dataset: 'share',
    caption: { title: 'Data of share', unit: '% ຂອງທັງໝົດ', common: [] },
    columns: [
      { title: 'ປີ', numeric: false },
      { title: 'ລາວ', numeric: true },
      { title: 'ກຳປູເຈຍ', numeric: true },
    ],
    rows: [
      { from: 'year=2021', cells: ['2021', '15,0', '25,0'] },
      { from: 'year=2022', cells: ['2022', '17,5', '27,5'] },
    ],
    from: 'share/1.0.0 #value',
    rowHeader: true,
  });
});

test('puts what all rows have in common into the caption', () => {
  const [table] = tables({
    data: { name: 'coverage' },
    transform: [{ filter: "datum.place === 'LAO'" }],
    mark: 'bar',
    encoding: { y },
  });
  expect(table?.caption.common).toEqual(['Laos', '2020']);
  expect(table?.columns.map(({ title }) => title)).toEqual(['Branch', 'Amount']);
  expect(table?.rows).toEqual([
    { from: 'branch=old-age', cells: ['Older persons', '12.5'] },
    { from: 'branch=children', cells: ['Children', '13.5'] },
  ]);
  expect(table?.from).toMatch(/^coverage\/\S+ place=LAO year=2020$/);
});

test('shows the rows that any of the layers draws, and those that a lookup finds', () => {
  const found = tables({
    hconcat: [
      {
        data: { name: 'share' },
        transform: [{ filter: "datum.place === 'LAO' && datum.year === 2022" }],
        mark: 'bar',
        encoding: { y },
      },
      {
        data: { name: 'share' },
        transform: [
          { filter: "datum.place === 'KHM' && datum.year === 2022" },
          {
            lookup: 'place',
            from: { data: { name: 'income' }, key: 'place', fields: ['value'] },
            as: ['income'],
          },
        ],
        mark: 'bar',
        encoding: { y },
      },
    ],
  });
  expect(found.map(({ dataset, rows }) => [dataset, rows.map(({ cells }) => cells)])).toEqual([
    [
      'share',
      [
        ['Laos', '17.5'],
        ['Cambodia', '27.5'],
      ],
    ],
    ['income', [['Cambodia', '2,750.0']]],
  ]);
});

test('leaves filters of made fields to the chart', () => {
  const [table] = tables({
    data: { name: 'share' },
    transform: [
      { calculate: 'datum.value * 2', as: 'double' },
      { filter: 'datum.double > 50' },
      { filter: 'datum.year === 2022' },
    ],
    mark: 'bar',
    encoding: { y },
  });
  expect(table?.rows).toHaveLength(3);
});
