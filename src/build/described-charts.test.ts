import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawOrder, sentences } from '../charts/index.ts';
import { loadSite, makeLocale, type Site } from '../site/index.ts';
import { orderOf } from './order-chart.ts';

/**
 * The numbers in the generated descriptions of the repository's own charts,
 * worked out a second time: from the rows of the releases as they lie in
 * data/, and read back from the text as each language writes them.
 */
const root = new URL('../../', import.meta.url);
const languages = ['en', 'lo', 'km', 'vi'];

type Row = Record<string, string | number | null>;

/** The rows of the newest release of each data set that is no map. */
const newest = new Map(
  readdirSync(new URL('data/', root), { withFileTypes: true }).flatMap((folder): [string, Row[]][] => {
    if (!folder.isDirectory()) return [];
    const files = readdirSync(new URL(`data/${folder.name}/`, root)).filter((file) => file.endsWith('.json'));
    const [file] = files.sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
    const { data } = JSON.parse(readFileSync(new URL(`data/${folder.name}/${file}`, root), 'utf8'));
    return Array.isArray(data) ? [[folder.name, data]] : [];
  }),
);

/** The rows of a data set that have the given values, by year; with two years, only those from and to them. */
const rows = (id: string, wanted: Row, [from, to] = [-Infinity, Infinity]): Row[] =>
  (newest.get(id) ?? [])
    .filter((row) => Object.entries(wanted).every(([field, value]) => row[field] === value))
    .filter(({ year, value }) => Number(year) >= from && Number(year) <= to && value !== null)
    .sort((one, other) => Number(one['year']) - Number(other['year']));

const valuesOf = (some: Row[]): number[] => some.map(({ value }) => Number(value));
const yearsOf = (some: Row[]): number[] => some.map(({ year }) => Number(year));
const range = (values: number[]): number[] => [Math.min(...values), Math.max(...values)];
const axes = (some: Row[]): number[] => [...range(yearsOf(some)), ...range(valuesOf(some))];
const listed = (some: Row[]): number[] => some.flatMap(({ year, value }) => [Number(value), Number(year)]);
const ends = (some: Row[]): number[] => listed([some.at(0) as Row, some.at(-1) as Row]);

/** Start, end, highest, lowest and largest change; no change between years that a line does not join. */
function course(some: Row[], isBreak: (year: number) => boolean = () => false): number[] {
  const [lowest = 0, highest = 0] = range(valuesOf(some));
  const at = (wanted: number) => [
    wanted,
    ...yearsOf(some.filter(({ value }) => value === wanted)).slice(0, 3),
  ];
  const steps = some
    .map((to, index) => ({ from: some[index - 1], to }))
    .filter(({ to }) => !isBreak(Number(to['year'])))
    .flatMap(({ from, to }) =>
      from ? [{ from, to, size: Math.abs(Number(to['value']) - Number(from['value'])) }] : [],
    );
  const largest = Math.max(...steps.map(({ size }) => size));
  const { from, to } = steps.find(({ size }) => size > largest - 1e-9) as { from: Row; to: Row };
  return [...ends(some), ...at(highest), ...at(lowest), ...listed([from, to])];
}

const ageing = (place: string) => rows('population-by-age', { place, age: '60-plus' });
const surveys = (place: string) => rows('catastrophic-health-spending-10', { place });
const spending = (place: string, years?: [number, number]) =>
  rows('government-health-expenditure-gdp', { place }, years);
const informal = (place: string) =>
  rows('informal-employment-19icls', { place, activity: 'total', sex: 'both' });
const reported = (place: string) =>
  rows('health-insurance-coverage-reported', { place, measure: 'share-of-population' });
const coverage = (place: string) => rows('uhc-service-coverage-index', { place });
const branches = ['total', 'older-persons', 'mothers-newborns', 'work-injury', 'vulnerable', 'children'];
const byBranch = (place: string) =>
  rows('sdg-1-3-1-coverage-by-branch', { place, year: 2020 }).filter(({ branch }) =>
    branches.includes(String(branch)),
  );
const shares = [
  'out-of-pocket-share',
  'government-share-of-health-expenditure',
  'external-share-of-health-expenditure',
];
const share = (id: number, place: string, years: [number, number]) =>
  rows(shares[id] as string, { place }, years);

/** For each chart the numbers of its description, in their order. */
const charts: Record<string, () => number[]> = {
  'ageing-projection': () => {
    const [lao, vietNam] = [ageing('LAO'), ageing('VNM')];
    // The line is dashed from the first year of the projections on.
    const isBreak = (year: number) => year === 2024;
    return [2, ...axes([...lao, ...vietNam]), ...course(lao, isBreak), ...course(vietNam, isBreak)];
  },
  'catastrophic-spending-surveys': () => {
    const [lao, cambodia] = [surveys('LAO'), surveys('KHM')];
    return [
      lao.length + cambodia.length,
      ...axes([...lao, ...cambodia]),
      ...listed(lao),
      ...listed(cambodia),
    ];
  },
  'funding-mix-lao-cambodia': () => [
    2,
    2022,
    ...shares.flatMap((_, id) => ['LAO', 'KHM'].flatMap((place) => valuesOf(share(id, place, [2022, 2022])))),
  ],
  'government-spending-lao-viet-nam': () => {
    const places = ['LAO', 'VNM', 'LMC'].map((place) => spending(place));
    // The Lao values of these years are dots.
    const isBreak = (year: number) => year >= 2008 && year <= 2012;
    const [lao = [], ...others] = places;
    return [3, ...axes(places.flat()), ...course(lao, isBreak), ...others.flatMap((each) => course(each))];
  },
  'household-and-government-shares': () =>
    ['LAO', 'VNM'].flatMap((place, index) => [
      index + 1,
      2,
      3,
      ...shares.flatMap((_, id) => ends(share(id, place, [2012, 2022]))),
    ]),
  'informal-employment-surveys': () => {
    const places = ['LAO', 'KHM', 'VNM'].map(informal);
    return [places.flat().length, ...axes(places.flat()), ...places.flatMap(listed)];
  },
  'lao-coverage-by-branch': () => {
    const [lao, region] = [byBranch('LAO'), byBranch('UN-SEA')];
    const all = valuesOf([...lao, ...region]);
    return [all.length, 2020, ...range(all), ...valuesOf(lao), ...valuesOf(region)];
  },
  'lao-government-health-spending': () => {
    const lao = spending('LAO', [2013, 2021]);
    return [lao.length, ...axes(lao), ...course(lao)];
  },
  'lao-health-funding': () => {
    const [households, government, external] = shares.map((_, id) => share(id, 'LAO', [2013, 2021]));
    const inOrder = [government, external, households].map((each) => each as Row[]);
    return [3, ...axes(inOrder.flat()), ...inOrder.flatMap((each) => course(each))];
  },
  'out-of-pocket-lao-cambodia': () => {
    const places = ['LAO', 'KHM', 'WHO-WPR'].map((place) => share(0, place, [2000, 2022]));
    const external = share(2, 'LAO', [2020, 2022]);
    const [lao = [], ...others] = places;
    return [
      4,
      ...axes([...places.flat(), ...external]),
      ...course(lao, (year) => year === 2011),
      ...others.flatMap((each) => course(each)),
      ...listed(external),
    ];
  },
  'reported-coverage-lao-viet-nam': () => {
    const [lao, vietNam] = [reported('LAO'), reported('VNM')];
    return [1, 2, lao.length, ...ends(lao), 2, 2, vietNam.length, ...listed(vietNam)];
  },
  'service-coverage-lao-cambodia': () => {
    const places = ['LAO', 'KHM'].map(coverage);
    return [2, ...axes(places.flat()), ...places.flatMap((each) => course(each))];
  },
  'service-coverage-map': () => {
    const places = ['LAO', 'KHM', 'VNM'].flatMap((place) =>
      rows('uhc-service-coverage-index', { place, year: 2021 }),
    );
    return [places.length, 2021, ...range(valuesOf(places)), ...valuesOf(places)];
  },
};

/** Words of data sets that have digits in them, “index, 0 to 100”, the longest first. */
function wordsWithDigits(language: string): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && /\d/.test(value)) found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const id of readdirSync(new URL('content/datasets/', root)))
    collect(parse(readFileSync(new URL(`content/datasets/${id}/${language}.yaml`, root), 'utf8')).fields);
  return found.sort((one, other) => other.length - one.length);
}

interface Found {
  value: number;
  decimals: number;
}

const digits = new Map(languages.map((language) => [language, wordsWithDigits(language)]));

/** A text without the names that have digits in them. */
const plainOf = (text: string, language: string): string =>
  (digits.get(language) ?? []).reduce((left, words) => left.replaceAll(words, ''), text);

/** The numbers of a text: Lao and Vietnamese have a comma before decimals, Khmer and English a point. */
function read(text: string, language: string): Found[] {
  const comma = language === 'lo' || language === 'vi';
  const plain = plainOf(text, language);
  return (plain.match(/-?\d[\d.,]*(?<=\d)/g) ?? []).map((written) => {
    const point = comma ? written.replaceAll('.', '').replace(',', '.') : written.replaceAll(',', '');
    return { value: Number(point), decimals: point.split('.')[1]?.length ?? 0 };
  });
}

/** Why the numbers of a text are not those that are expected, to the decimals that it shows; nothing when they are. */
function problem(text: string, language: string, expected: number[]): string | undefined {
  const found = read(text, language);
  const wrong = expected.findIndex((value, index) => {
    const { value: shown = NaN, decimals = 0 } = found[index] ?? {};
    return !(Math.abs(shown - value) <= 0.5 * 10 ** -decimals + 1e-9);
  });
  if (wrong >= 0) return `number ${wrong + 1} is ${found[wrong]?.value}, and should be ${expected[wrong]}`;
  return found.length === expected.length
    ? undefined
    : `${found.length} numbers instead of ${expected.length}`;
}

const told = new Map<string, string>();
let site: Site;

beforeAll(async () => {
  site = (await loadSite(root.pathname)).site as Site;
  for (const language of languages) {
    const locale = makeLocale(site, language);
    for (const chart of site.charts.values()) {
      const { description } = await drawOrder(orderOf(site, locale, chart, undefined));
      told.set(`${chart.id} ${language}`, sentences(description, locale.message));
    }
  }
}, 120_000);

test('every chart of the repository is worked out here', () => {
  expect(Object.keys(charts).sort()).toEqual([...site.charts.keys()].sort());
});

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(charts))('%s: every number is that of the rows', (id) => {
    expect(problem(told.get(`${id} ${language}`) ?? '', language, charts[id]?.() ?? [])).toBeUndefined();
  });

  test('a number that is changed is found', () => {
    for (const [id, numbers] of Object.entries(charts)) {
      const text = told.get(`${id} ${language}`) ?? '';
      const expected = numbers();
      const plain = plainOf(text, language);
      for (const { index } of plain.matchAll(/\d(?![\d]*[.,]?\d)/g)) {
        const other = (Number(plain[index]) + 1) % 10;
        const changed = `${plain.slice(0, index)}${other}${plain.slice(index + 1)}`;
        expect(problem(changed, language, expected), changed).toBeDefined();
      }
    }
  });

  test('each series is called by the names that its data set has in the language', () => {
    const { place } = makeLocale(site, language);
    expect(told.get(`service-coverage-map ${language}`)).toMatch(
      new RegExp(`52 \\(${place('LAO')}\\).*58 \\(${place('KHM')}\\).*68 \\(${place('VNM')}\\)`),
    );
  });
});
