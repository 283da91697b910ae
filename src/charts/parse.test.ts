import { expect, test } from 'vitest';
import { readTestChart } from './testing.ts';

const unit = (more: object = {}) => ({
  data: { name: 'share' },
  mark: 'line',
  encoding: { y: { field: 'value', type: 'quantitative' } },
  ...more,
});

test.each<[string, unknown, string[]]>([
  [
    'a misspelt value',
    unit({ encoding: { y: { field: 'value', type: 'quantitativ' } } }),
    [
      '9:7 chart-spec “y.type” cannot be “quantitativ”. Did you mean “quantitative”? Allowed: quantitative, ordinal, temporal, nominal.',
    ],
  ],
  [
    'a misspelt mark',
    unit({ mark: 'lin' }),
    [
      '5:3 chart-spec “mark” cannot be “lin”. Did you mean “line”? Allowed: boxplot, errorbar, errorband, arc, area, bar, line, point, rect, rule, text, tick, trail, circle, square, geoshape.',
    ],
  ],
  [
    'a misspelt key',
    unit({ encoding: { y: { feild: 'value' } } }),
    ['8:7 chart-spec Vega-Lite knows no “feild” in “y”. Did you mean “field”?'],
  ],
  [
    'a misspelt key in a layer',
    { data: { name: 'share' }, layer: [{ mark: 'line', encodng: {} }] },
    ['8:7 chart-spec Vega-Lite knows no “encodng” in “layer[0]”. Did you mean “encoding”?'],
  ],
  [
    'a wrong type',
    unit({ height: true }),
    ['12:3 chart-spec “height” must be a number. It is true or false.'],
  ],
  [
    'a number out of its bounds',
    unit({ mark: { type: 'line', opacity: 2 } }),
    ['7:5 chart-spec “mark.opacity” must be at least 0 and at most 1. It is 2.'],
  ],
  [
    'a wrong type beside the kind of a mark',
    unit({ mark: { type: 'line', opacity: 'half' } }),
    ['7:5 chart-spec “mark.opacity” must be a number. It is text.'],
  ],
  [
    'a misspelt scale',
    unit({ encoding: { y: { field: 'value', scale: { typ: 'log' } } } }),
    ['10:9 chart-spec Vega-Lite knows no “typ” in “y.scale”. Did you mean “type”?'],
  ],
  [
    'no mark',
    { data: { name: 'share' }, encoding: {} },
    ['1:1 chart-spec The spec lacks “mark”. Add “mark”.'],
  ],
  [
    'no JSON',
    '{"mark": "line",}',
    [
      '1:17 json This is not valid JSON: a comma is too many, or a name in quotation marks is missing. Look for a comma, bracket or straight quotation mark that is missing or too many just before this place.',
    ],
  ],
  [
    'an address',
    unit({ data: { url: 'https://example.org/a.csv' } }),
    [
      '3:5 chart-url A chart cannot read data from an address or a file. Name a data set: "data": {"name": "…"}.',
    ],
  ],
  [
    'an address in a lookup',
    unit({
      transform: [{ lookup: 'place', from: { data: { url: 'a.json' }, key: 'place', fields: ['x'] } }],
    }),
    [
      '17:11 chart-url A chart cannot read data from an address or a file. Name a data set: "data": {"name": "…"}.',
    ],
  ],
  [
    'rows',
    unit({ data: { values: [{ a: 1 }] } }),
    [
      '3:5 chart-data A chart cannot have rows of its own: each number belongs to a released data set. Name a data set: "data": {"name": "…"}.',
    ],
  ],
  [
    'rows by name',
    unit({ datasets: { share: [{ a: 1 }] } }),
    [
      '12:3 chart-data A chart cannot have rows of its own: each number belongs to a released data set. Name a data set: "data": {"name": "…"}.',
    ],
  ],
  [
    'data without a name',
    unit({ data: {} }),
    ['2:3 chart-data The data has no name. Name a data set: "data": {"name": "…"}.'],
  ],
  [
    'no data',
    { mark: 'line', encoding: {} },
    ['1:1 chart-data This view has no data. Name a data set: "data": {"name": "…"}.'],
  ],
  [
    'images',
    unit({ mark: { type: 'image', width: 10 } }),
    ['5:3 chart-url A chart cannot show images. Use another mark, such as “point”.'],
  ],
  [
    'links',
    unit({ encoding: { href: { field: 'place' } } }),
    ['7:5 chart-url A chart cannot use href. Charts draw data only; put links and images into the text.'],
  ],
  [
    'an address in a colour',
    unit({ mark: { type: 'bar', fill: 'url(https://example.org/x.svg)' } }),
    [
      '7:5 chart-url A chart cannot use an address. Charts draw data only; put links and images into the text.',
    ],
  ],
  [
    'unknown settings of ours',
    unit({ usermeta: { sala: { note: [] } } }),
    ['14:7 chart-spec Unknown key “note” in “usermeta.sala”. Did you mean “notes”?'],
  ],
  [
    'a note without a data set',
    unit({ usermeta: { sala: { notes: ['averages'] } } }),
    ['15:9 chart-spec “averages” names no note. Write “data-set/note”.'],
  ],
  [
    'a title in one language',
    unit({ encoding: { y: { field: 'value', title: 'Amount' } } }),
    [
      '9:7 chart-spec The text “Amount” would stand in every language as it is. Leave it out for the words of the data set, or write a key of the parameter “words”: {"name": "words", "value": {"key": ""}}; each language file gives its text.',
    ],
  ],
  [
    'a title that is no key of the words',
    unit({ params: [{ name: 'words', value: { peak: '' } }], mark: { type: 'text', text: 'peek' } }),
    ['7:5 chart-spec The text “peek” would stand in every language as it is. Did you mean “peak”?'],
  ],
  [
    'words without keys',
    unit({ params: [{ name: 'words', value: 'x' }] }),
    [
      '13:5 chart-spec The parameter “words” must hold a group of keys. Write {"name": "words", "value": {"peak": ""}}; each language file gives the text.',
    ],
  ],
])('rejects %s', (_, spec, expected) => {
  const { chart, found } = readTestChart(spec);
  expect(chart).toBeUndefined();
  expect(found).toEqual(expected);
});

test('collects data sets, words and notes', () => {
  const { chart, found } = readTestChart({
    usermeta: { sala: { notes: ['share/averages'] }, embedOptions: {} },
    params: [{ name: 'words', value: { peak: '', low: '' } }],
    data: { name: 'share' },
    transform: [
      {
        lookup: 'place',
        from: { data: { name: 'income' }, key: 'place', fields: ['value'] },
        as: ['income'],
      },
    ],
    layer: [
      { mark: 'line', encoding: { y: { field: 'value', type: 'quantitative' } } },
      {
        data: { sequence: { start: 0, stop: 5 }, name: 'steps' },
        mark: 'rule',
        encoding: { y: { field: 'data', type: 'quantitative' } },
      },
      { data: { name: 'steps' }, mark: 'point', encoding: {} },
    ],
  });
  expect(found).toEqual([]);
  expect(chart).toMatchObject({
    id: 'test',
    datasets: ['share', 'income'],
    words: ['peak', 'low'],
    notes: [{ dataset: 'share', note: 'averages' }],
  });
});
