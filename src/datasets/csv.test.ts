import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCommentedCsv } from './csv.ts';

const table = {
  fields: ['place', 'value'].map((name) => ({ name, kind: 'text' as const, categories: [] })),
  rows: [
    { place: 'LAO', value: 28.7 },
    { place: '=1+1', value: null },
  ],
};

test('puts what is said of rows above them, where readers of data pass it over', () => {
  const csv = toCommentedCsv(table, ['ຊື່', 'Source: tests']);
  expect(csv).toBe("\u{feff}# ຊື່\r\n# Source: tests\r\nplace,value\r\nLAO,28.7\r\n'=1+1,\r\n");
  const { data } = Papa.parse<object>(csv, { header: true, comments: '#', skipEmptyLines: true });
  expect(data).toHaveLength(2);
});

test('lets no comment become a row, a formula or a quotation', () => {
  const csv = toCommentedCsv(table, ['One\r\n=2+2', 'A, =cmd|x, "quoted, +3; -4', '@here']);
  const lines = csv.split('\r\n').slice(0, 3);
  expect(lines).toEqual(['\u{feff}# One =2+2', "# A, '=cmd|x, 'quoted, '+3; '-4", '# @here']);
});
