import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.ts';
import { parseJson } from '../source/index.ts';
import {
  type Dataset,
  digestOf,
  listed,
  localize,
  makeRelease,
  type ReleaseFile,
  type Row,
  releaseSchema,
  selectRows,
  toCsv,
  valuesOf,
  verifyRows,
} from './index.ts';

const file: ReleaseFile & { data: Row[] } = {
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name: 'share',
  version: '1.0.0',
  created: '2025-01-02',
  title: 'Share',
  description: 'A share.',
  language: 'en',
  sources: [{ title: 'An office' }],
  changes: 'First.',
  notes: { break: 'The method changed.' },
  schema: {
    fields: [
      { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
      { name: 'year', type: 'year' },
      { name: 'kind', type: 'string', categories: ['a', 'b'] },
      { name: 'value', type: 'number', unit: 'percent' },
      { name: 'source', type: 'string' },
    ],
    primaryKey: ['place', 'year'],
  },
  data: [
    { place: 'LAO', year: 2021, kind: 'a', value: 41.25, source: 'page 1, "table 2"' },
    { place: 'WHO-WPR', year: 2022, kind: 'b', value: null, source: '=1+1' },
  ],
};
const release = makeRelease(file, 'sha256:x');

test('fields are of the kinds that decide how they are shown', () => {
  expect(release.fields.map(({ kind }) => kind)).toEqual(['place', 'year', 'category', 'measure', 'text']);
});

test('digests are those of the Data Package standard', () => {
  expect(digestOf('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('CSV keeps values as published, quotes what needs it, and runs no formula', () => {
  expect(toCsv(release)).toBe(
    'place,year,kind,value,source\r\nLAO,2021,a,41.25,"page 1, ""table 2"""\r\nWHO-WPR,2022,b,,\'=1+1\r\n',
  );
});

test('rows are selected by the text of their values', () => {
  expect(
    selectRows(
      release,
      new Map([
        ['year', ['2021', '2022']],
        ['kind', ['b']],
      ]),
    ),
  ).toEqual([file.data[1]]);
  expect(valuesOf(release.rows, 'value')).toEqual(['41.25']);
  expect(listed(' LAO,, KHM ')).toEqual(['LAO', 'KHM']);
});

describe('in the words of a language', () => {
  const dataset: Pick<Dataset, 'id' | 'facts' | 'words'> = {
    id: 'share',
    facts: { update: 'yearly', fields: { value: { decimals: 1 } } },
    words: new Map([
      [
        'en',
        {
          title: 'Share',
          description: 'A share.',
          publisher: 'An office',
          fields: {
            place: { title: 'Place', values: { 'WHO-WPR': 'Western Pacific' } },
            value: { title: 'Share', unit: '% of all' },
          },
        },
      ],
      [
        'lo',
        {
          title: 'ສັດສ່ວນ',
          description: '',
          publisher: '',
          fields: { value: { title: 'ສັດສ່ວນ' } },
          notes: { break: 'ວິທີປ່ຽນ' },
        },
      ],
    ]),
  };
  const lao = localize(dataset, release, {
    language: 'lo',
    fallback: 'en',
    placeNames: (code) => `<${code}>`,
  });

  test('values show as names and in the format of the language, and what is missing is not zero', () => {
    const [first, second] = release.rows;
    const show = (row: typeof first) => lao.fields.map(({ name, show: shown }) => shown(row?.[name]));
    expect(show(first)).toEqual(['<LAO>', '2021', 'a', '41,3', 'page 1, "table 2"']);
    expect(show(second)).toEqual(['Western Pacific', '2022', 'b', '–', '=1+1']);
  });

  test('words that are not translated come from the source language', () => {
    expect([lao.title, lao.field('place')?.title, lao.field('value')?.unit]).toEqual([
      'ສັດສ່ວນ',
      'Place',
      '% of all',
    ]);
  });

  test('notes say which language they are in', () => {
    expect(lao.note('break')).toEqual({ text: 'ວິທີປ່ຽນ', language: 'lo' });
    const khmer = localize(dataset, release, { language: 'km', fallback: 'en', placeNames: String });
    expect(khmer.note('break')).toEqual({ text: 'The method changed.', language: 'en' });
    expect(lao.note('other')).toBeUndefined();
  });
});

test.each<[string, (text: string) => string, string]>([
  [
    'a field that the schema lacks',
    (text) => text.replace('"kind":"a"', '"kin":"a"'),
    'Row 1 has “kin”, which is no field of the schema.',
  ],
  [
    'a category that is not listed',
    (text) => text.replace('"kind":"a"', '"kind":"c"'),
    'Row 1: “kind” is “c”, which is none of its categories.',
  ],
  [
    'a key that names no field',
    (text) => text.replace('["place","year"]', '["place","yaer"]'),
    'The key names “yaer”, which is no field.',
  ],
  [
    'a year that is text',
    (text) => text.replace('2021', '"2021"'),
    'Row 1: “year” must be a year, and is "2021".',
  ],
])('reports %s', (_, change, message) => {
  const found: Diagnostic[] = [];
  const source = parseJson(
    { path: 'data/share/1.0.0.json', text: change(JSON.stringify(file)) },
    releaseSchema,
    (each) => found.push(each),
  );
  if (source) verifyRows(source, (each) => found.push(each));
  expect(found.map((each) => each.message)).toContain(message);
});
