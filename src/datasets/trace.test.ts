import { expect, test } from 'vitest';
import { readTrace, writeTrace } from './trace.ts';

test('a trace is read as it was written, whole or in parts, with values of any characters', () => {
  const trace = {
    dataset: 'share-of-all',
    version: '1.1.0',
    row: new Map([
      ['place', 'LAO'],
      ['group', 'ຜູ້ຍິງ 60 % = all'],
    ]),
    field: 'value',
  };
  expect(readTrace(writeTrace(trace))).toEqual(trace);
  const { dataset, version, row, field } = trace;
  const parts = [writeTrace({ dataset, version }), writeTrace({ row }), undefined, writeTrace({ field })];
  expect(readTrace(...parts)).toEqual(trace);
});

test('what stands nearest to the number wins', () => {
  expect(readTrace('share/1.0.0 year=2021 #low', 'share/1.1.0 #high', 'year=2022')).toEqual({
    dataset: 'share',
    version: '1.1.0',
    row: new Map([['year', '2022']]),
    field: 'high',
  });
});
