import { describe, expect, test } from 'vitest';
import { compareReleases, makeRelease, nextVersion, type ReleaseFile, type Row, stepOf } from './index.ts';

type TableFile = ReleaseFile & { data: Row[] };

const first: TableFile = {
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name: 'rain',
  version: '1.0.0',
  created: '2025-01-02',
  title: 'Rain',
  description: 'Rain in a year.',
  language: 'en',
  sources: [{ title: 'An office' }],
  changes: 'First.',
  schema: {
    fields: [
      { name: 'place', type: 'string' },
      { name: 'year', type: 'year' },
      { name: 'value', type: 'number', unit: 'millimeter' },
    ],
    primaryKey: ['place', 'year'],
  },
  data: [
    { place: 'LAO', year: 2020, value: 1834 },
    { place: 'KHM', year: 2020, value: 1904 },
  ],
};

type Change = (file: TableFile) => Partial<ReleaseFile>;

const compared = (change: Change) =>
  compareReleases(makeRelease(first, ''), makeRelease({ ...first, ...change(first) }, ''));

const more = { place: 'VNM', year: 2020, value: 1821 };
const field = { name: 'source', type: 'string' } as const;

describe('the step of a release follows from what is different', () => {
  test.each<[string, Change, string | undefined]>([
    ['nothing', () => ({}), undefined],
    ['the order of rows', ({ data }) => ({ data: data.toReversed() }), undefined],
    [
      'what every release has of its own',
      () => ({ version: '9.9.9', created: '2026-01-01', changes: 'x' }),
      undefined,
    ],
    ['a corrected value', ({ data }) => ({ data: data.map((row) => ({ ...row, value: 1 })) }), 'patch'],
    ['a vintage', () => ({ sources: [{ title: 'An office', version: '2' }] }), 'patch'],
    ['a new row', ({ data }) => ({ data: [...data, more] }), 'minor'],
    [
      'a new row and a corrected value',
      ({ data }) => ({ data: [...data.map((row) => ({ ...row, value: 1 })), more] }),
      'minor',
    ],
    ['a row that is gone', ({ data }) => ({ data: data.slice(1) }), 'major'],
    ['the definition', () => ({ description: 'Rain and snow in a year.' }), 'major'],
    ['a new column', ({ schema }) => ({ schema: { ...schema, fields: [...schema.fields, field] } }), 'major'],
    [
      'a column that is gone',
      ({ schema }) => ({ schema: { ...schema, fields: schema.fields.slice(0, 2) } }),
      'major',
    ],
    [
      'a unit',
      ({ schema }) => ({
        schema: {
          ...schema,
          fields: [...schema.fields.slice(0, 2), { name: 'value', type: 'number', unit: 'inch' }],
        },
      }),
      'major',
    ],
    ['the key', ({ schema }) => ({ schema: { ...schema, primaryKey: ['place'] } }), 'major'],
  ])('%s', (_, change, step) => {
    expect(stepOf(compared(change))).toBe(step);
  });
});

test.each([
  ['patch', '1.4.3'],
  ['minor', '1.5.0'],
  ['major', '2.0.0'],
] as const)('after 1.4.2 a %s is %s', (step, expected) => {
  expect(nextVersion('1.4.2', step)).toBe(expected);
});

test('rows are matched by their key, and named by it', () => {
  const { changed, added, gone } = compared(() => ({
    data: [more, { place: 'LAO', year: 2020, value: null }],
  }));
  expect(changed).toEqual([
    { key: { place: 'LAO', year: 2020 }, cells: [{ name: 'value', before: 1834, after: null }] },
  ]);
  expect([added, gone]).toEqual([[more], [first.data[1]]]);
});
