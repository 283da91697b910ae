import { expect, test } from 'vitest';
import { checkChart } from './check.ts';
import { readTestChart } from './testing.ts';

const fields: Record<string, string[]> = {
  share: ['place', 'year', 'value'],
  income: ['place', 'year', 'value'],
};

function check(spec: object): string[] {
  const { chart, found, report } = readTestChart({ data: { name: 'share' }, ...spec });
  if (chart) checkChart(chart, (dataset) => fields[dataset], report, Object.keys(fields));
  return found;
}
const bar = (encoding: object) => ({ mark: 'bar', encoding });

test.each<[string, object, string[]]>([
  [
    'a data set that there is not',
    { data: { name: 'shares' }, ...bar({}) },
    ['3:5 chart-data There is no data set “shares”. Did you mean “share”?'],
  ],
  [
    'a data set of a lookup that there is not',
    {
      transform: [{ lookup: 'place', from: { data: { name: 'incme' }, key: 'place', fields: ['x'] } }],
      ...bar({}),
    },
    ['10:11 chart-data There is no data set “incme”. Did you mean “income”?'],
  ],
  [
    'a field of an encoding',
    bar({ y: { field: 'valu', type: 'quantitative' } }),
    ['8:7 chart-field There is no field “valu” here. Did you mean “value”?'],
  ],
  [
    'a field of a sort',
    bar({ y: { field: 'place', sort: { field: 'valeu' } } }),
    ['10:9 chart-field There is no field “valeu” here. Did you mean “value”?'],
  ],
  [
    'a field of a condition',
    bar({ opacity: { condition: { test: "datum.plce === 'LAO'", value: 1 }, value: 0.5 } }),
    ['9:9 chart-field There is no field “plce” here. Did you mean “place”?'],
  ],
  [
    'a field of an expression in a mark',
    { mark: { type: 'text', dy: { expr: 'datum.yaer > 2000 ? 1 : 2' } } },
    ['8:7 chart-field There is no field “yaer” here. Did you mean “year”?'],
  ],
  [
    'a field of a filter',
    { transform: [{ filter: { and: ['datum.values > 1', { field: 'plac', equal: 'LAO' }] } }], ...bar({}) },
    [
      '9:11 chart-field There is no field “values” here. Did you mean “value”?',
      '11:13 chart-field There is no field “plac” here. Did you mean “place”?',
    ],
  ],
  [
    'a field of a lookup',
    {
      transform: [{ lookup: 'plac', from: { data: { name: 'income' }, key: 'place', fields: ['amount'] } }],
      ...bar({}),
    },
    [
      '7:7 chart-field There is no field “plac” here. Did you mean “place”?',
      '14:11 chart-field There is no field “amount” here. Fields: place, year, value.',
    ],
  ],
  [
    'a field that an aggregate has left behind',
    {
      transform: [{ aggregate: [{ op: 'mean', field: 'value', as: 'mean' }], groupby: ['place'] }],
      ...bar({ x: { field: 'year' } }),
    },
    ['22:7 chart-field There is no field “year” here. Did you mean “mean”?'],
  ],
  [
    'a field of a repeat',
    { repeat: ['value', 'vlaue'], spec: bar({ x: { field: { repeat: 'repeat' }, type: 'quantitative' } }) },
    ['7:5 chart-field There is no field “vlaue” here. Did you mean “value”?'],
  ],
  [
    'a shared field, once',
    { encoding: { x: { field: 'yaer' } }, layer: [{ mark: 'line' }, { mark: 'point' }] },
    ['7:7 chart-field There is no field “yaer” here. Did you mean “year”?'],
  ],
  [
    'an expression that cannot be read',
    { transform: [{ filter: 'datum.value >' }], ...bar({}) },
    [
      '7:7 chart-spec The expression cannot be read: Unexpected end of input. See https://vega.github.io/vega/docs/expressions/.',
    ],
  ],
])('reports %s', (_, spec, expected) => {
  expect(check(spec)).toEqual(expected);
});

test.each<[string, object]>([
  [
    'made by a calculation',
    { transform: [{ calculate: 'datum.value * 2', as: 'double' }], ...bar({ x: { field: 'double' } }) },
  ],
  [
    'made by an aggregate',
    {
      transform: [{ aggregate: [{ op: 'mean', field: 'value', as: 'mean' }], groupby: ['place'] }],
      ...bar({ x: { field: 'mean' }, y: { field: 'place' } }),
    },
  ],
  [
    'made by a window',
    {
      transform: [{ window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value' }], groupby: ['year'] }],
      ...bar({ x: { field: 'rank' } }),
    },
  ],
  [
    'made by a fold',
    { transform: [{ fold: ['value', 'year'] }], ...bar({ x: { field: 'key' }, y: { field: 'value' } }) },
  ],
  [
    'made by a pivot',
    { transform: [{ pivot: 'place', value: 'value', groupby: ['year'] }], ...bar({ x: { field: 'LAO' } }) },
  ],
  [
    'made by a bin and a stack',
    {
      transform: [
        { bin: true, field: 'value', as: 'bin' },
        { stack: 'value', groupby: ['year'], as: ['from', 'to'] },
      ],
      ...bar({ x: { field: 'bin' }, x2: { field: 'bin_end' }, y: { field: 'from' }, y2: { field: 'to' } }),
    },
  ],
  [
    'made by a regression',
    {
      transform: [{ regression: 'value', on: 'year', groupby: ['place'] }],
      ...bar({ x: { field: 'year' }, y: { field: 'value' }, color: { field: 'place' } }),
    },
  ],
  [
    'found by a lookup',
    {
      transform: [
        {
          lookup: 'place',
          from: { data: { name: 'income' }, key: 'place', fields: ['value'] },
          as: ['income'],
        },
      ],
      ...bar({ x: { field: 'income' } }),
    },
  ],
  [
    'found as an object',
    {
      transform: [{ lookup: 'place', from: { data: { name: 'income' }, key: 'place' }, as: 'found' }],
      ...bar({ x: { field: 'found.value' } }),
    },
  ],
  ['of a sequence', { data: { sequence: { start: 0, stop: 3, as: 'n' } }, ...bar({ x: { field: 'n' } }) }],
  [
    'of the ticks of an axis',
    bar({
      x: {
        field: 'year',
        axis: {
          labelExpr: 'datum.label',
          labelColor: { condition: { test: 'datum.index > 1', value: 'red' }, value: 'blue' },
        },
      },
    }),
  ],
  [
    'that a layer replaces',
    {
      encoding: { x: { field: 'year' } },
      layer: [
        { mark: 'line' },
        {
          transform: [{ aggregate: [{ op: 'mean', field: 'value', as: 'mean' }] }],
          mark: 'rule',
          encoding: { x: { datum: 2000 }, y: { field: 'mean' } },
        },
      ],
    },
  ],
])('accepts a field %s', (_, spec) => {
  expect(check(spec)).toEqual([]);
});
