import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flatMessages, makeMessage } from '../i18n/index.ts';
import { describe as describeChart, sentences } from './describe.ts';
import { settle } from './draw.ts';
import { readTestChart, testData } from './testing.ts';

const messages = flatMessages(
  parse(readFileSync(new URL('../../content/messages/en.yaml', import.meta.url), 'utf8')),
);
const message = makeMessage('en', messages, { language: 'en', messages });

/** The description of a spec of the test data, in English. */
async function told(spec: object, words: Record<string, string> = {}): Promise<string> {
  const { chart, found } = readTestChart(spec);
  if (!chart) throw new Error(found.join('\n'));
  const reader = { language: 'en', words, placeColour: () => undefined };
  const { pinned, drawn } = await settle({ chart, data: testData('en'), width: 680, ...reader });
  const description = describeChart(pinned, drawn.root, reader);
  // It is kept with the drawing, and comes back from there as it was.
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  return sentences(description, message);
}

const rowsOf = (id: string) => testData('en').get(id)?.rows ?? [];
const quantitative = (field: string) => ({ field, type: 'quantitative' });
const only = (place: string) => ({ filter: `datum.place === '${place}'` });
const share = { data: { name: 'share' }, encoding: { x: quantitative('year'), y: quantitative('value') } };
const monthly = {
  data: { name: 'monthly' },
  encoding: { x: { field: 'date', type: 'temporal' }, y: quantitative('value') },
};
const sectors = { data: { name: 'sectors' }, encoding: { y: { field: 'sector' }, x: quantitative('value') } };

test('a line: its axes, all of few values', async () => {
  expect(await told({ ...share, transform: [only('LAO')], mark: 'line' })).toBe(
    'Line chart with 1 line. All values are for: Laos. Horizontal axis: Year, from 2019 to 2022. ' +
      'Vertical axis: Amount (% of all), from 10.0% to 17.5%. ' +
      'Amount: 10.0% (2019); 12.5% (2020); 15.0% (2021); 17.5% (2022).',
  );
});

test('a long line: start, end, extremes, and the largest change', async () => {
  const rows = rowsOf('monthly').filter(({ place }) => place === 'LAO');
  const values = rows.map(({ value }) => value as number | null);
  const steps = values.flatMap((value, index) => {
    const before = values[index - 1];
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)];
  });
  const largest = Math.max(...steps);
  const text = await told({ ...monthly, transform: [only('LAO')], mark: 'line' });
  expect(text).toContain('Amount: 0.0 (1 January 2019) at the start, 4.9 (1 December 2020) at the end; ');
  expect(text).toContain('highest 5.0 (1 June 2019), lowest -5.0 (1 March 2020); ');
  const [, from, to] = /points from (-?[\d.]+) \([^)]+\) to (-?[\d.]+) \(/.exec(text) ?? [];
  expect(Math.abs(Number(to) - Number(from))).toBeCloseTo(largest, 9);
});

/** The parameter that gives a title to what an editor has made. */
const own = [{ name: 'words', value: { own: '' } }];
const titled = (field: string) => ({ ...quantitative(field), title: 'own' });

test('a line with a gap: no change is told across it', async () => {
  const month = 'utcmonth(datum.date)';
  const made = `${month} < 5 ? ${month} : ${month} === 5 ? null : 100 + 3 * ${month}`;
  const transform = [
    only('LAO'),
    { filter: 'utcyear(datum.date) === 2019' },
    { calculate: made, as: 'made' },
  ];
  const encoding = { ...monthly.encoding, y: titled('made') };
  expect(
    await told({ ...monthly, params: own, transform, mark: 'line', encoding }, { own: 'Jump' }),
  ).toContain(
    'Jump: 0 (1 January 2019) at the start, 133 (1 December 2019) at the end; ' +
      'highest 133 (1 December 2019), lowest 0 (1 January 2019); ' +
      'largest change between neighbouring points from 118 (1 July 2019) to 121 (1 August 2019).',
  );
});

describe('several lines', () => {
  const encoding = { ...share.encoding, color: { field: 'place' } };
  test('are told one by one', async () => {
    const text = await told({ ...share, mark: 'line', encoding });
    expect(text).toContain('Line chart with 3 lines.');
    expect(text).toContain('from 10.0% to 37.5%. Laos: 10.0% (2019); ');
    expect(text).toContain('Western Pacific (average of countries): 30.0% (2019); ');
  });

  test('with points on them and labels beside them are still lines only', async () => {
    const label = {
      mark: 'text',
      transform: [{ filter: 'datum.year === 2022' }],
      encoding: { text: { field: 'place' } },
    };
    const layer = [
      { mark: 'line' },
      { mark: 'point' },
      { mark: { type: 'rule' }, encoding: { x: { datum: 2020 } } },
      label,
    ];
    expect(await told({ ...share, encoding, layer })).toBe(await told({ ...share, mark: 'line', encoding }));
  });

  test('in pieces are one series where no two pieces share a year', async () => {
    const transform = [{ calculate: "datum.year < 2021 ? 'before' : 'after'", as: 'part' }];
    const pieces = { ...encoding, detail: { field: 'part' } };
    expect(await told({ ...share, transform, mark: 'line', encoding: pieces })).toBe(
      await told({ ...share, mark: 'line', encoding }),
    );
  });

  test('are named by what tells their rows apart, or summed up', async () => {
    const text = await told({
      ...share,
      mark: 'line',
      encoding: { ...share.encoding, detail: { field: 'place' } },
    });
    expect(text).toContain('Laos: 10.0% (2019)');
    const unnamed = await told({
      ...share,
      transform: [{ calculate: "'series of ' + datum.place", as: 'made' }],
      mark: 'line',
      encoding: { ...share.encoding, detail: { field: 'made' } },
    });
    expect(unnamed).toContain('Line chart with 3 lines.');
  });

  test('in great number are counted, with the highest and the lowest', async () => {
    const encoding = { x: quantitative('people'), y: quantitative('value'), color: { field: 'sector' } };
    const text = await told({ data: { name: 'sectors' }, mark: 'line', encoding });
    expect(text).toContain('Line chart with 5 lines.');
    expect(text).toMatch(/Highest of all: 36\.0 \([^)]+; [^)]+\); lowest of all: 6\.0 \([^)]+; [^)]+\)\.$/);
  });
});

describe('bars', () => {
  test('by name: all values of few, also negative ones, and none for a missing value', async () => {
    const x = quantitative('change');
    const bars = { ...sectors, transform: [only('KHM')], mark: 'bar', encoding: { ...sectors.encoding, x } };
    expect(await told(bars)).toBe(
      'Bar chart with 4 bars. All values are for: Cambodia. ' +
        'Horizontal axis: Change in one year (percentage points), from -8.4 to -1.4. Vertical axis: Sector. ' +
        'Change in one year: -1.4 (Primary health care and prevention in the districts); -7.4 (Hospitals); ' +
        '-2.4 (Training of health workers); -8.4 (Administration).',
    );
  });

  test('of one value', async () => {
    const one = { ...share, transform: [only('LAO'), { filter: 'datum.year === 2020' }], mark: 'bar' };
    const text = await told({ ...one, encoding: { ...share.encoding, x: { field: 'place' } } });
    expect(text).toBe(
      'Bar chart with 1 bar. All values are for: 2020. Horizontal axis: Place. ' +
        'Vertical axis: Amount (% of all). Amount: 12.5% (Laos).',
    );
  });

  test('on each other are counted as one, and have no range on the axis', async () => {
    const encoding = { x: { field: 'place' }, y: quantitative('value'), color: { field: 'sector' } };
    expect(await told({ data: { name: 'sectors' }, mark: 'bar', encoding })).toContain(
      'Stacked bar chart with 3 bars. Horizontal axis: Place. Vertical axis: Amount (% of all). Highest of all: 36.0 (',
    );
  });

  test('of a colour each are no stack', async () => {
    const encoding = {
      x: { field: 'place' },
      y: { aggregate: 'max', field: 'value' },
      color: { field: 'place' },
    };
    expect(await told({ data: { name: 'share' }, mark: 'bar', encoding })).toBe(
      'Bar chart with 3 bars. Horizontal axis: Place. Vertical axis: Amount (% of all), from 17.5% to 37.5%. ' +
        'Amount: 17.5% (Laos); 27.5% (Cambodia); 37.5% (Western Pacific (average of countries)).',
    );
  });

  test('of equal length over time', async () => {
    const transform = [only('LAO'), { calculate: '7', as: 'made' }];
    const encoding = { ...monthly.encoding, y: titled('made') };
    const text = await told({ ...monthly, params: own, transform, mark: 'bar', encoding }, { own: 'Seven' });
    expect(text).toContain('Bar chart with 24 bars.');
    expect(text).toContain('Vertical axis: Seven. Seven: 7 throughout.');
  });

  test('that begin and end somewhere are counted, and nothing is said of their length', async () => {
    const encoding = { y: { field: 'sector' }, x: quantitative('low'), x2: { field: 'high' } };
    expect(await told({ data: { name: 'sectors' }, transform: [only('LAO')], mark: 'bar', encoding })).toBe(
      'Bar chart with 5 bars. Vertical axis: Sector.',
    );
  });

  test('put side by side by an editor: each length is the measure that it shows', async () => {
    const transform = [
      only('LAO'),
      { calculate: '100', as: 'start' },
      { calculate: 'datum.start + datum.value', as: 'end' },
    ];
    const encoding = { y: { field: 'sector' }, x: quantitative('start'), x2: { field: 'end' } };
    const text = await told({ data: { name: 'sectors' }, transform, mark: 'bar', encoding });
    expect(text).toContain('Horizontal axis: Amount (% of all). Vertical axis: Sector. Amount: 6.0 (');
  });
});

test('a pie', async () => {
  const encoding = { theta: quantitative('value'), color: { field: 'sector' } };
  const text = await told({ data: { name: 'sectors' }, transform: [only('LAO')], mark: 'arc', encoding });
  expect(text).toContain(
    'Pie chart with 5 slices. All values are for: Laos. Slices: Amount (% of all), from 6.0 to 26.0.',
  );
  expect(text).toContain('; 23.5 (Hospitals); ');
});

test('a scatter plot', async () => {
  const encoding = { x: quantitative('people'), y: quantitative('value') };
  expect(await told({ data: { name: 'sectors' }, mark: 'point', encoding })).toBe(
    'Scatter plot with 15 dots. Horizontal axis: People reached (thousands), from 800 to 7,300. ' +
      'Vertical axis: Amount (% of all), from 6.0 to 36.0. ' +
      'Amount: highest 36.0 (3,400, Vietnam, Administration; 6,000, Cambodia, Hospitals), ' +
      'lowest 6.0 (800, Laos, Primary health care and prevention in the districts; 5,350, Cambodia, Training of health workers).',
  );
});

test('a histogram', async () => {
  const encoding = { x: { ...quantitative('spending'), bin: { step: 100 } }, y: { aggregate: 'count' } };
  const text = await told({ data: { name: 'households' }, mark: 'bar', encoding });
  const spending = rowsOf('households').map((row) => Number(row['spending']));
  const between = (low: number) => spending.filter((value) => value >= low && value < low + 100).length;
  const [lows] = [[100, 200, 300, 400, 500, 600].filter((low) => between(low) > 0)];
  expect(text).toContain(
    `Histogram with ${lows.length} bars. Horizontal axis: Spending on health (US$), from 100 to 700.`,
  );
  expect(text).toContain('Counted: rows of the data. ');
  for (const low of lows) expect(text).toContain(`${between(low)} (${low} – ${low + 100})`);
});

test('a heat map', async () => {
  const encoding = { x: { field: 'place' }, y: { field: 'sector' }, color: quantitative('value') };
  expect(await told({ data: { name: 'sectors' }, mark: 'rect', encoding })).toContain(
    'Heat map with 15 cells. Horizontal axis: Place. Vertical axis: Sector. Colour: Amount (% of all), from 6.0 to 36.0. ' +
      'Amount: highest 36.0 (Cambodia, Hospitals; Vietnam, Administration), lowest 6.0 (Laos, ',
  );
});

test('a box plot', async () => {
  const encoding = { x: { field: 'place' }, y: quantitative('income') };
  const text = await told({ data: { name: 'households' }, mark: 'boxplot', encoding });
  const incomes = rowsOf('households')
    .flatMap(({ place, income }) => (place === 'LAO' ? [Number(income)] : []))
    .sort((one, other) => one - other);
  const median = ((incomes[14] ?? 0) + (incomes[15] ?? 0)) / 2;
  expect(text).toContain(
    'Box plot with 3 boxes. Horizontal axis: Place. Vertical axis: Income in a month (US$). ',
  );
  expect(text).toContain(
    `Laos: median ${median.toLocaleString('en')}, middle half of the values from 1,235 to 2,105.`,
  );
});

test('facets: the panels, and each series by the name of its panel', async () => {
  const spec = { mark: 'line', encoding: share.encoding };
  expect(await told({ data: share.data, facet: { field: 'place' }, columns: 3, spec })).toContain(
    'Line chart with 3 lines. 3 panels, by Place. Horizontal axis: Year, from 2019 to 2022. ',
  );
});

test('views side by side: one part each, and the axes that they share once', async () => {
  const view = (place: string) => ({ ...share, transform: [only(place)], mark: 'line' });
  expect(await told({ hconcat: [view('LAO'), view('KHM')] })).toBe(
    'Chart 1 of 2: Line chart with 1 line. All values are for: Laos. Horizontal axis: Year. ' +
      'Vertical axis: Amount (% of all). Amount: 10.0% (2019); 12.5% (2020); 15.0% (2021); 17.5% (2022). ' +
      'Chart 2 of 2: Line chart with 1 line. All values are for: Cambodia. ' +
      'Amount: 20.0% (2019); 22.5% (2020); 25.0% (2021); 27.5% (2022).',
  );
});

test('says nothing of measures without words, and nothing of a chart of words alone', async () => {
  const y = { aggregate: 'stdev', field: 'value' };
  const text = await told({ data: share.data, mark: 'bar', encoding: { x: { field: 'place' }, y } });
  expect(text).not.toContain('Amount');
  expect(await told({ data: share.data, mark: 'text', encoding: { text: { field: 'place' } } })).toBe('');
});
