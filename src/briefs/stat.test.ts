import { expect, test } from 'vitest';
import type { Release } from '../datasets/index.ts';
import { findStat, statQuery, tableProblem, tableQuery } from './stat.ts';

const release = {
  dataset: 'share',
  version: '1.0.0',
  fields: [
    { name: 'place', kind: 'place', categories: [] },
    { name: 'year', kind: 'year', categories: [] },
    { name: 'value', kind: 'measure', unit: 'percent', categories: [] },
  ],
  primaryKey: ['place', 'year'],
  rows: [
    { place: 'LAO', year: 2021, value: 30 },
    { place: 'LAO', year: 2022, value: 28.5 },
    { place: 'KHM', year: 2022, value: 57 },
    { place: 'VNM', year: 2022, value: null },
  ],
} as unknown as Release;

const ask = (attributes: Record<string, string>) =>
  findStat(statQuery(new Map(Object.entries({ data: 'share', ...attributes }))), release);

test.each([
  [{ place: 'LAO', year: '2022' }, 28.5],
  [{ place: 'KHM', year: '2022', compare: 'difference', 'to-place': 'LAO' }, 28.5],
  [{ place: 'LAO', year: '2022', compare: 'absolute-difference', 'to-place': 'KHM' }, 28.5],
  [{ place: 'KHM', year: '2022', compare: 'ratio', 'to-place': 'LAO' }, 2],
  [{ place: 'LAO', year: '2022', compare: 'change', 'to-year': '2021' }, -5],
])('answers %j', (attributes, value) => {
  expect(ask(attributes)).toMatchObject({ found: { value } });
});

test.each([
  [
    { place: 'LAO', year: '2023' },
    'Release 1.0.0 of “share” has no row with place LAO, year 2023.',
    'With the rest as it is, year can be: 2021, 2022.',
  ],
  [{ place: 'LAO' }, '2 rows of “share” have place LAO; one is meant.', 'Add year="…" (2021, 2022).'],
  [{ plaice: 'LAO' }, '“share” has no field “plaice”.', 'Did you mean “place”?'],
  [
    { place: 'VNM', year: '2022' },
    '“value” is empty in the row with place VNM, year 2022.',
    'Choose a row that has a value.',
  ],
  [
    { place: 'LAO', year: '2022', field: 'vale' },
    '“vale” is no measure of “share”.',
    'Did you mean “value”?',
  ],
  [
    { place: 'LAO', year: '2022', compare: 'ratio' },
    'This compares a row with itself.',
    'Say what differs in the second row, such as to-place="KHM".',
  ],
  [
    { place: 'LAO', year: '2022', 'to-place': 'KHM' },
    '“to-place” means a second row, and “compare” is missing.',
    'Say how the two are compared, such as compare="difference".',
  ],
])('guesses nothing for %j', (attributes, problem, hint) => {
  expect(ask(attributes)).toEqual({ problem, hint });
});

test.each([
  [{ rows: 'year', columns: 'place' }, undefined],
  [{ rows: 'year', place: 'LAO' }, undefined],
  [
    { rows: 'year', columns: 'plaice' },
    { problem: '“share” has no field “plaice”.', hint: 'Did you mean “place”?' },
  ],
  [
    { rows: 'place', year: '2021, 2032' },
    { problem: 'No row of “share” has year 2032.', hint: 'It can be: 2021, 2022.' },
  ],
  [
    { rows: 'place', place: 'VNM', year: '2021' },
    { problem: 'No row fits this table.', hint: 'Look at the values of its attributes.' },
  ],
  [
    { rows: 'place' },
    { problem: '2 rows of “share” have place LAO; a cell shows one.', hint: 'Add year="…" (2021, 2022).' },
  ],
])('a table of %j', (attributes: Record<string, string>, expected) => {
  const query = tableQuery(new Map(Object.entries({ data: 'share', ...attributes })));
  expect(tableProblem(query, release)).toEqual(expected);
});
