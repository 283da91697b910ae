import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWantedPlaces } from './find-places.ts';
import { type Found, guessSchema, type Told } from './guess-schema.ts';
import { readMetadata } from './our-world-in-data.ts';
import { readGrid } from './read-grid.ts';

const known = ['LAO', 'KHM', 'VNM', 'WLD'];

async function found(file: string | Uint8Array, told: Told & { sheet?: string } = {}): Promise<Found> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const grid = await readGrid(bytes, { sheet: told.sheet });
  return guessSchema(grid, { told, knownPlace: (code) => known.includes(code) });
}

/** Rows as text, a line each: what an editor sees of them. */
const shown = ({ rows }: Found) =>
  rows.map((row) =>
    Object.entries(row)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );

/** Extract of an answer of https://api.worldbank.org/v2/country/LAO;WLD/indicator/SH.XPD.OOPC.CH.ZS?format=json */
const worldBank = (page: object) =>
  JSON.stringify([
    { page: 1, pages: 1, per_page: 50, total: 3, sourceid: '2', lastupdated: '2024-12-16', ...page },
    [
      ['LA', 'Lao PDR', 'LAO', '2022', null],
      ['LA', 'Lao PDR', 'LAO', '2021', 41.0641441345215],
      ['1W', 'World', 'WLD', '2021', 17.2],
    ].map(([id, country, code, date, value]) => ({
      indicator: {
        id: 'SH.XPD.OOPC.CH.ZS',
        value: 'Out-of-pocket expenditure (% of current health expenditure)',
      },
      country: { id, value: country },
      countryiso3code: code,
      date,
      value,
      unit: '',
      obs_status: '',
      decimal: 1,
    })),
  ]);

/** Extract of https://ourworldindata.org/grapher/life-expectancy.csv and its metadata. */
const ourWorldInData = `Entity,Code,Year,Period life expectancy at birth
Laos,LAO,2020,68.5
Laos,LAO,2021,68.1
World,OWID_WRL,2021,71
Africa,,2021,61.7
`;
const metadata = {
  chart: { title: 'Life expectancy', originalChartUrl: 'https://ourworldindata.org/grapher/life-expectancy' },
  columns: {
    'Period life expectancy at birth': {
      titleShort: 'Life expectancy at birth',
      descriptionShort:
        'The [period life expectancy](#dod:period-life-expectancy) at birth, in a given year.',
      unit: 'years',
      shortName: 'life_expectancy_0',
      lastUpdated: '2023-10-10',
      citationLong: 'UN WPP (2022) – with minor processing by Our World in Data',
    },
  },
};

describe('a file is read as what it is', () => {
  test('an answer of the World Bank, without its empty years', async () => {
    const read = await found(worldBank({}));
    expect(shown(read)).toEqual([
      'place LAO, year 2021, value 41.0641441345215',
      'place WLD, year 2021, value 17.2',
    ]);
    expect(read.schema.fields.at(-1)).toMatchObject({ name: 'value', type: 'number', unit: 'percent' });
    expect(read.schema.primaryKey).toEqual(['place', 'year']);
    expect(read.remarks).toEqual(['Rows without a value, 1 of 3, were left out.']);
  });

  test('Our World in Data, with the places that the site has', async () => {
    const read = await found(ourWorldInData, { places: readWantedPlaces('LAO, World=WLD') });
    expect(shown(read)).toEqual([
      'place LAO, year 2020, value 68.5',
      'place LAO, year 2021, value 68.1',
      'place WLD, year 2021, value 71',
    ]);
    expect(read.problems).toEqual([]);
    expect([...read.placeNames]).toEqual([
      ['LAO', 'Laos'],
      ['WLD', 'World'],
    ]);
  });

  test('its metadata say what it is and where it comes from', () => {
    expect(readMetadata(new TextEncoder().encode(JSON.stringify(metadata)))).toMatchObject({
      title: 'Life expectancy at birth',
      description: 'The period life expectancy at birth, in a given year.',
      sourceTitle: 'UN WPP (2022) – with minor processing by Our World in Data',
      sourceUrl: 'https://ourworldindata.org/grapher/life-expectancy',
      sourceVersion: 'last updated 2023-10-10',
    });
  });

  test('an Excel workbook, with days as days and numbers as they are stored', async () => {
    const workbook = await readFile(join(import.meta.dirname, 'example.xlsx'));
    const read = await found(workbook);
    expect(shown(read)).toEqual([
      'place LAO, day 2023-03-15, rain_mm 12.5, share 0.125',
      'place LAO, day 2023-03-16, rain_mm 0.30000000000000004, share 0.25',
      'place KHM, day 2023-03-15, rain_mm null, share 0.5',
      'place KHM, day 2023-03-16, rain_mm 3, share 0.75',
      'place VNM, day 2023-03-15, rain_mm 4, share 0.3',
    ]);
    expect(read.remarks).toEqual([
      'Other sheets were left out: Merged. --sheet names one.',
      'Above the headings, and left out: “Table 1. Rain by place and day”.',
      'Below the rows, and left out: “Source: Office of Examples”.',
      '“n/a” counts as a missing value in “Rain (mm)” (1 cell).',
      'All values of “Share” lie between 0 and 1. A spreadsheet may show such numbers as per cent; they are kept as they are stored.',
    ]);
    expect((await found(workbook, { sheet: 'Merged' })).problems).toEqual([
      'A3: the place is missing. Where cells are merged, take them apart and write the place into each row.',
      'A5: the place is missing. Where cells are merged, take them apart and write the place into each row.',
    ]);
    await expect(found(workbook, { sheet: 'Rian' })).rejects.toThrow(
      'There is no sheet “Rian”. Did you mean “Rain”?',
    );
  });

  test.each([
    ['a list of rows', '[{"place":"LAO","year":2020,"value":1.5}]'],
    ['rows under “rows”', '{"title":"Rain","rows":[{"country":"LAO","year":"2020","value":1.5}]}'],
    ['CSV with a byte order mark', '\ufeffplace,year,value\r\nLAO,2020,1.50\r\n'],
    ['CSV with semicolons', 'Country;Year;Value\nLAO;2020;1.5\n'],
    ['CSV with tabs', 'Country\tYear\tValue\nLAO\t2020\t1.5\n'],
    ['headings in Lao', 'ປະເທດ,ປີ,ອັດຕາ\nLAO,2020,1.5\n'],
  ])('%s', async (_, text) => {
    expect(shown(await found(text))).toEqual(['place LAO, year 2020, value 1.5']);
  });

  test('letters of Windows-1252, and says so', async () => {
    const read = await found(Buffer.from('pays,year,qualité\nLAO,2020,1\n', 'latin1'));
    expect(read.columns.map(({ heading }) => heading)).toEqual(['pays', 'year', 'qualité']);
    expect(read.remarks[0]).toContain('The file is not in UTF-8, and was read as Windows-1252');
  });

  test('years in columns become rows, without lines of the World Bank above and below', async () => {
    const read = await found(`"Data Source","World Development Indicators",

"Country Name","Country Code","Series Name","Series Code","2000 [YR2000]","2001 [YR2001]",
"Lao PDR","LAO","Growth","A","5.8","..",
"Lao PDR","LAO","Inflation","B","25","7.8",
"Cambodia","KHM","Growth","A","9.9","7.4",
"Cambodia","KHM","Inflation","B","-0.8","-0.5",

"Last Updated: 12/16/2024"
`);
    expect(shown(read).slice(0, 3)).toEqual([
      'place LAO, series_name Growth, year 2000, value 5.8',
      'place LAO, series_name Inflation, year 2000, value 25',
      'place LAO, series_name Inflation, year 2001, value 7.8',
    ]);
    expect(read.schema.primaryKey).toEqual(['place', 'series_name', 'year']);
    expect(read.remarks.at(-1)).toContain('cells without a value, 1 of 8, were left out');
    expect(read.columns.filter(({ field }) => !field).map(({ holds }) => holds)).toEqual([
      'left out: names the places, which the site does itself',
      'left out: goes together with “Series Name”',
    ]);
  });
});

describe('numbers stay what they were', () => {
  test.each<[string, Told, unknown]>([
    ['12.50', {}, 12.5],
    ['"1 234.5"', {}, 1234.5],
    ['"12,5"', { decimal: ',' }, 12.5],
    ['"1.234,5"', { decimal: ',' }, 1234.5],
    ['"1,234"', { decimal: '.' }, 1234],
    ['−3', {}, -3],
    ['1e-3', {}, 0.001],
    ['28.690000000000001', {}, 28.69],
    ['12.5%', {}, 12.5],
  ])('%s', async (cell, told, expected) => {
    const read = await found(`place,year,value\nLAO,2020,${cell}\n`, told);
    expect([read.problems, read.rows[0]?.['value']]).toEqual([[], expected]);
  });

  test.each(['..', '…', 'n/a', 'N/A', '-', '–', ':', ''])('%j is a missing value', async (cell) => {
    const read = await found(`place,year,value\nLAO,2020,${cell}\nLAO,2021,5\n`);
    expect(read.rows.map(({ value }) => value)).toEqual([null, 5]);
  });

  test('codes keep their zeros', async () => {
    expect(shown(await found('code,value\n007,1\n008,2\n'))).toEqual([
      'code 007, value 1',
      'code 008, value 2',
    ]);
  });
});

describe('what could be read in two ways stops, at its place', () => {
  test.each<[string, string, string]>([
    [
      'a comma in a number',
      'place,year,value\nLAO,2020,"12,5"\n',
      'line 2, column 3: the comma in “12,5” can stand before decimals or between thousands. Say which: --decimal , or --decimal .',
    ],
    [
      'text between numbers, in a file with line breaks in cells',
      'place,year,value,note\nLAO,2020,1,"a\nb"\nLAO,2021,few,\nLAO,2022,3,\n',
      'line 4, column 3: “few” is no number, as the other 2 cells of “value” are. Correct it, empty the cell if the value is missing, or name the row of headings with --headings.',
    ],
    [
      'a per cent sign on some numbers',
      'place,year,value\nLAO,2020,5%\nLAO,2021,6\n',
      'line 3, column 3: “6” has no per cent sign, and other cells of “value” have one. Write all of them alike.',
    ],
    [
      'two rows with one key',
      'place,year,value\nLAO,2020,5\nKHM,2020,5\nLAO,2020,6\n',
      'line 2, column 1 and line 4, column 1: two rows share place LAO, year 2020. Take one out, or name more columns that tell rows apart: --key place,year,…',
    ],
    [
      'a place that the site does not know',
      'place,year,value\nLAO,2020,5\nEuropean Union,2020,5\n',
      'This place is not known to the site: “European Union”. Name those to take, with their codes where the file has others: --places "LAO,KHM,World=WLD". A code that is no country (ISO 3166-1 alpha-3) also needs a line under “places” in content/site/site.yaml.',
    ],
    [
      'a number that is too large',
      'place,year,value\nLAO,2020,12345678901234567890\n',
      'line 2, column 3: “12345678901234567890” is too large to be kept to its last digit.',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await found(text)).problems).toEqual([expected]);
  });

  test.each<[string, string, string]>([
    [
      'no headings',
      'LAO,2020,5\nKHM,2020,6\n',
      'line 1, column 1: this row holds values where headings are expected. Write a row of headings above the values, or name the row with --headings.',
    ],
    [
      'headings in two rows',
      'Country,2020,2020\n,male,female\nLAO,1,2\n',
      'line 1, column 3: the year 2020 stands in two headings. Where headings stand in two rows, write them in one row, a heading for each column.',
    ],
    [
      'a column without a heading',
      'place,year,\nLAO,2020,5\n',
      'line 1, column 3: this column has values (“5” at line 2, column 3) and no heading. Where headings stand in two rows or in merged cells, write them in one row, a heading for each column.',
    ],
    [
      'a separator within a text',
      'place,year,value\nLAO,2020,5,7\n',
      'line 2, column 4: there are more cells here than headings. A text that holds the separator needs quotation marks around it.',
    ],
    [
      'a page of several',
      worldBank({ pages: 3 }),
      'This is page 1 of 3. Ask for all rows at once: add per_page=20000 to the address.',
    ],
    [
      'an error of the World Bank',
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
      'The World Bank answered with an error: The provided parameter value is not valid. Look at the codes of places and indicator in the address.',
    ],
    [
      'rows within rows',
      '[{"place":"LAO","value":{"a":1}}]',
      'Row 1, “value” holds something else than a value. What can be imported is a list of rows, each a group of “name: value” with text, numbers or true and false.',
    ],
    [
      'a web page',
      '<!doctype html><html></html>',
      'This is a web page, no table. Look for the address of the file itself, which a “download” link has.',
    ],
    ['nothing', ' \n', 'There is nothing in this file.'],
  ])('%s', async (_, text, expected) => {
    await expect(found(text)).rejects.toThrow(expected);
  });
});

test('what the last release says of a field stays', async () => {
  const last = {
    fields: [
      { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' },
      { name: 'sex', type: 'string', categories: ['male', 'female'] },
      { name: 'year', type: 'year' },
      {
        name: 'share',
        type: 'number',
        title: 'Share of all',
        unit: 'percent',
        constraints: { maximum: 100 },
      },
    ],
    primaryKey: ['place', 'sex', 'year'],
  } satisfies Found['schema'];
  const grid = await readGrid(
    new TextEncoder().encode('Country,Sex,Year,Share of all\nLAO,male,2020,5\nLAO,all,2020,6\n'),
  );
  const { schema, problems } = guessSchema(grid, { last, knownPlace: () => true });
  expect(problems).toEqual([]);
  expect(schema.primaryKey).toEqual(last.primaryKey);
  expect(schema.fields[1]).toMatchObject({ categories: ['male', 'female', 'all'] });
  expect(schema.fields[3]).toEqual(last.fields[3]);
});

test('an importer names the columns, and leaves some out', async () => {
  const read = await found('A,B,C,D\nLAO,2020,x,5\nKHM,2020,y,6\n', {
    fields: ['place', 'year', '-', 'rate'],
    unit: 'USD',
  });
  expect(shown(read)).toEqual(['place LAO, year 2020, rate 5', 'place KHM, year 2020, rate 6']);
  expect(read.schema.fields.at(-1)).toMatchObject({ name: 'rate', unit: 'USD' });
  expect((await found('A,B\nLAO,5\n', { fields: ['place'] })).problems).toEqual([
    '--fields gives 1 names, and there are 2 columns: “A”, “B”. A hyphen leaves a column out.',
  ]);
});
