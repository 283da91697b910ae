import { expect, test } from 'vitest';
import { excessiveParts } from './excess.ts';
import { drawTest, readTestChart } from './testing.ts';

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
  [
    'views in views',
    { vconcat: Array(20).fill({ hconcat: Array(6).fill({ mark: 'bar', encoding: { x } }) }) },
  ],
  [
    'repeats within repeats',
    { repeat: Array(20).fill('value'), spec: { repeat: Array(20).fill('value'), spec: {} } },
  ],
  ['classes of a scale', { encoding: { x: { ...x, scale: { bins: { start: 0, stop: 1e9, step: 1 } } } } }],
  ['letters of a number', { encoding: { x: { ...x, axis: { format: '999999999d' } } } }],
])('%s may not be without end', (_, spec) => {
  expect(excessiveParts(spec)).toHaveLength(1);
});

test.each<[string, string]>([
  ['sequence', 'length(sequence(0, 1e9))'],
  ['pad', "length(pad('a', 1e9, 'b', 'left'))"],
  ['format', "length(format(1, '999999999d'))"],
  ['timeSequence', "length(timeSequence('seconds', datetime(1900, 0, 1), datetime(2100, 0, 1)))"],
])('%s() makes no more than a chart can show', async (name, calculate) => {
  const spec = {
    data: { name: 'share' },
    transform: [{ calculate, as: 'made' }],
    mark: 'point',
    encoding: { x: { field: 'made', type: 'quantitative' } },
  };
  await expect(drawTest(spec)).rejects.toThrow(`${name}() would make more than 10000 values.`);
});

test('a text that Vega would take for a name is told', () => {
  for (const filter of ["datum.place === 'constructor'", { field: 'place', oneOf: ['LAO', 'toString'] }])
    expect(
      readTestChart({ data: { name: 'share' }, transform: [{ filter }], mark: 'bar' }).found[0],
    ).toContain('which its language takes for something else');
});
