import { expect, test } from 'vitest';
import { rowsOfMarks } from './kept-rows.ts';
import type { ChartSource } from './source.ts';

const rows = [
  { place: 'LAO', year: 2010, value: 1 },
  { place: 'LAO', year: 2020, value: 2 },
  { place: 'KHM', year: 2020, value: null },
];
const kept = (spec: object) =>
  rowsOfMarks({ spec: { data: { name: 'share' }, ...spec } } as ChartSource, () => rows).map(
    (each) =>
      `${each.rows.map(({ place, year }) => `${place} ${year}`).join(', ')} by ${each.path.join('.')}`,
  );

test.each([
  [{ field: 'place', equal: 'LAO' }, 'LAO 2010, LAO 2020'],
  [{ field: 'place', oneOf: ['KHM', 'VNM'] }, 'KHM 2020'],
  [{ field: 'year', range: [2015, null] }, 'LAO 2020, KHM 2020'],
  [
    {
      and: [
        { field: 'place', equal: 'LAO' },
        { field: 'year', gte: 2015 },
      ],
    },
    'LAO 2020',
  ],
  [
    {
      or: [
        { field: 'year', lt: 2015 },
        { field: 'place', equal: 'KHM' },
      ],
    },
    'LAO 2010, KHM 2020',
  ],
  ["datum.place === 'LAO' && datum.year > 2015", 'LAO 2020'],
  ["datum['place'] != 'LAO'", 'KHM 2020'],
  ["datum.place === 'VNM'", ''],
  ["datum.place === 'VNM' || true", 'LAO 2010, LAO 2020, KHM 2020'],
  [{ not: { field: 'place', equal: 'LAO' } }, 'LAO 2010, LAO 2020, KHM 2020'],
  ["datum.part !== 'break'", 'LAO 2010, LAO 2020, KHM 2020'],
  ['isValid(datum.value)', 'LAO 2010, LAO 2020, KHM 2020'],
])('a mark after the filter %j gets %s', (filter, expected) => {
  expect(kept({ transform: [{ filter }], mark: 'line' })).toEqual([`${expected} by transform.0`]);
});

test('each layer has its own filters, after those around it', () => {
  const lao = { filter: { field: 'place', equal: 'LAO' } };
  const late = { filter: { field: 'year', gt: 2015 } };
  expect(kept({ transform: [lao], layer: [{ mark: 'line' }, { mark: 'point', transform: [late] }] })).toEqual(
    ['LAO 2010, LAO 2020 by transform.0', 'LAO 2020 by layer.1.transform.0'],
  );
});

test('after a transform that makes other rows nothing more is told', () => {
  const folded = [{ aggregate: [] }, { filter: { field: 'place', equal: 'VNM' } }];
  expect(kept({ transform: folded, mark: 'bar' })).toEqual(['LAO 2010, LAO 2020, KHM 2020 by mark']);
});
