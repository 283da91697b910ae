import { describe, expect, test } from 'vitest';
import { findStat, statQuery } from '../briefs/index.ts';
import { outlineOf, termsUsed } from './brief-page.ts';
import { dataGrid } from './data-table.ts';
import { loadSite, makeAddresses, makeLocale, type Site, shownFacts, shownStat, sitemap } from './index.ts';
import { pagesOf } from './pages.ts';
import { briefsWithChart, briefsWithData, chartsWithData } from './uses.ts';

// The repository's own site: its three briefs are what these texts are for.
const loaded = await loadSite(`${import.meta.dirname}/../..`);
const site = loaded.site as Site;
const brief = (slug: string) => {
  const found = site.briefs.find((each) => each.slug === slug);
  if (!found) throw new Error(`No brief ${slug}`);
  return found;
};

test('the repository has no errors, and warns of licences that are to be checked', () => {
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(site.briefs).toHaveLength(3);
});

test('each brief is written in full in four languages, at the length of a brief', () => {
  for (const { translations, source, figures } of site.briefs) {
    expect([...translations.keys()]).toEqual(['en', 'lo', 'km', 'vi']);
    expect(source.document.words).toBeGreaterThanOrEqual(1000);
    expect(source.document.words).toBeLessThanOrEqual(1500);
    expect(figures.filter(({ kind }) => kind === 'figure').length).toBeGreaterThanOrEqual(3);
    const uses = (each: typeof source) =>
      each.document.uses
        .map(
          ({ name, attributes }) =>
            `${name} ${attributes.get('id') ?? attributes.get('data') ?? ''} ${attributes.get('year') ?? ''}`,
        )
        .sort();
    for (const translation of translations.values())
      expect(uses(translation), translation.file).toEqual(uses(source));
  }
});

test('ten releases and more are there, one data set has two, and one brief stays on the first', () => {
  expect(
    [...site.datasets.values()].flatMap(({ releases }) => [...releases.keys()]).length,
  ).toBeGreaterThanOrEqual(11);
  expect([...(site.datasets.get('out-of-pocket-share')?.releases.keys() ?? [])]).toEqual(['1.0.0', '1.1.0']);
  expect(brief('vangvieng-workshop-2025').releases.get('out-of-pocket-share')?.version).toBe('1.0.0');
  expect(brief('lao-cambodia-health-protection').releases.get('out-of-pocket-share')?.version).toBe('1.1.0');
});

describe('numbers in prose', () => {
  const { releases } = brief('lao-cambodia-health-protection');
  const shown = (language: string, attributes: Record<string, string>) => {
    const query = statQuery(new Map(Object.entries({ data: 'out-of-pocket-share', ...attributes })));
    const dataset = site.datasets.get(query.dataset);
    const release = releases.get(query.dataset);
    const answer = release && findStat(query, release);
    if (!dataset || !release || !answer || 'problem' in answer) throw new Error('No number');
    const locale = makeLocale(site, language);
    return shownStat(query, answer.found, locale.dataset(dataset, release), locale);
  };

  test.each([
    ['en', '28.7%', '32.5 percentage points', '2.1', '-30.1%'],
    ['lo', '28,7%', '32,5 ຈຸດສ່ວນຮ້ອຍ', '2,1', '-30,1%'],
    ['km', '28.7%', '32.5 ចំណុចភាគរយ', '2.1', '-30.1%'],
    ['vi', '28,7%', '32,5 điểm phần trăm', '2,1', '-30,1%'],
  ])('are written in %s', (language, value, difference, ratio, change) => {
    const lao = { place: 'LAO', year: '2022' };
    const gap = { place: 'KHM', year: '2022', 'to-place': 'LAO' };
    expect(shown(language, lao).text).toBe(value);
    expect(shown(language, { ...gap, compare: 'difference' }).text).toBe(difference);
    expect(shown(language, { ...gap, compare: 'ratio' }).text).toBe(ratio);
    expect(shown(language, { ...lao, compare: 'change', 'to-year': '2020' }).text).toBe(change);
  });

  test('say where they come from', () => {
    expect(shown('en', { place: 'LAO', year: '2022' }).source).toBe(
      'Out-of-pocket share of current health expenditure, Lao PDR, 2022; release 1.1.0',
    );
    expect(shown('vi', { place: 'LAO', year: '2022' }).source).toContain('CHDCND Lào, 2022');
  });
});

test('tables cross two fields in the order that the editor gave', () => {
  const dataset = site.datasets.get('out-of-pocket-share');
  if (!dataset) throw new Error('No data');
  const data = makeLocale(site, 'lo').dataset(dataset, dataset.newest);
  const query = {
    dataset: dataset.id,
    rows: 'year',
    columns: 'place',
    field: undefined,
    selection: new Map([
      ['place', ['KHM', 'LAO']],
      ['year', ['2022', '2021']],
    ]),
  };
  expect(dataGrid(query, data, 'value')).toEqual({
    from: 'out-of-pocket-share/1.1.0 #value',
    columns: [
      { title: 'ປີ', numeric: false },
      { title: 'ກຳປູເຈຍ', numeric: true, from: 'place=KHM' },
      { title: 'ສປປ ລາວ', numeric: true, from: 'place=LAO' },
    ],
    rows: [
      { from: 'year=2022', cells: ['2022', '61,2', '28,7'] },
      { from: 'year=2021', cells: ['2021', '54,9', '30,7'] },
    ],
  });
});

test('the facts of a workshop are in the words of the reader', () => {
  const facts = shownFacts(brief('vangvieng-workshop-2025'), makeLocale(site, 'en'));
  expect(facts.map(({ label }) => label)).toEqual([
    'Where',
    'When',
    'Convened by',
    'Who took part',
    'Supported by',
    'Projects',
    'What is to follow',
  ]);
  expect(facts[0]?.texts).toEqual(['Vangvieng, Vientiane Province, Lao PDR']);
  expect(facts[1]?.texts).toEqual(['24–26 March 2025']);
});

test('the outline has the sections of the text, and the anchors of the source', () => {
  const own = brief('vangvieng-workshop-2025');
  const lao = own.translations.get('lo');
  if (!lao) throw new Error('No Lao');
  const outline = outlineOf(own, lao, makeLocale(site, 'lo').message);
  expect(outline[0]).toEqual({ anchor: 'why-it-matters', text: lao.document.headings[0]?.text });
  expect(outline.at(-1)?.anchor).toBe('how-to-cite');
  expect(termsUsed(lao)).toEqual(termsUsed(own.source));
});

test('charts, data sets and briefs know each other', () => {
  expect(briefsWithChart(site, 'funding-mix-lao-cambodia').map(({ slug }) => slug)).toEqual([
    'lao-cambodia-health-protection',
  ]);
  expect(briefsWithData(site, 'population-by-age').map(({ slug }) => slug)).toEqual([
    'lao-viet-nam-health-insurance',
  ]);
  expect(chartsWithData(site, 'population-by-age').map(({ id }) => id)).toEqual(['ageing-projection']);
});

test('every page has its address in the sitemap, in each language that it is written in', () => {
  const map = sitemap(site, makeAddresses('/'));
  expect(map.match(/<url>/g)?.length).toBe(
    1 + pagesOf(site).reduce((sum, { translated }) => sum + translated.length, 0),
  );
  expect(map).toContain('<loc>https://sala.example/lo/briefs/vangvieng-workshop-2025/</loc>');
});
