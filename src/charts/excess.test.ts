import { expect, test } from 'vitest';
import { excessiveParts } from './excess.ts';
import { drawTest } from './testing.ts';

const x = { field: 'value', type: 'quantitative' };

test.each<[string, object]>([
  ['a sequence', { data: { sequence: { start: 0, stop: 1e9 } } }],
  ['missing values that are made', { transform: [{ impute: 'value', key: 'year', keyvals: { stop: 1e9 } }] }],
  ['a net over the globe', { data: { graticule: { step: [0.001, 0.001] } } }],
  ['classes', { encoding: { x: { ...x, bin: { step: 1e-9 } } } }],
  ['ticks', { encoding: { x: { ...x, axis: { tickCount: 1e9 } } } }],
  ['pixels', { width: 1e9 }],
  ['views', { layer: Array.from({ length: 200 }, () => ({ mark: 'bar' })) }],
  [
    'repeats of repeats',
    { repeat: { row: Array(20).fill('value'), column: Array(20).fill('value') }, spec: {} },
  ],
])('%s may not be without end', (_, spec) => {
  expect(excessiveParts(spec)).toHaveLength(1);
});

test.each<[string, string]>([
  ['sequence', 'length(sequence(0, 1e9))'],
  ['pad', "length(pad('a', 1e9, 'b', 'left'))"],
])('%s() makes no more than a chart can show', async (name, calculate) => {
  const spec = {
    data: { name: 'share' },
    transform: [{ calculate, as: 'made' }],
    mark: 'point',
    encoding: { x: { field: 'made', type: 'quantitative' } },
  };
  await expect(drawTest(spec)).rejects.toThrow(`${name}() would make more than 10000 values.`);
});
