import { describe, expect, test } from 'vitest';
import type { Release } from '../datasets/index.ts';
import { type Grid, glossaryEntries, loadSite, makeLocale, releaseChanges, rowFilters } from './index.ts';

const { site } = await loadSite(`${import.meta.dirname}/../..`);
if (!site) throw new Error('The repository does not load');
const share = site.datasets.get('out-of-pocket-share');
const byAge = site.datasets.get('population-by-age');
const map = site.datasets.get('mainland-south-east-asia');
if (!share || !byAge || !map) throw new Error('Data sets are gone');
const localeOf = (language: string) => makeLocale(site, language);
const cellsOf = ({ rows }: Grid) => rows.map(({ cells }) => cells);

describe('what a release changed', () => {
  const [first, second] = [...share.releases.values()] as [Release, Release];
  const withLao = (release: Release, year: number, value: number | null): Release => ({
    ...release,
    rows: release.rows.map((row) =>
      row['place'] === 'LAO' && row['year'] === year ? { ...row, value } : row,
    ),
  });

  test('is shown row by row, with the value before and after as readers write it', () => {
    const { grid, remarks } = releaseChanges(localeOf('vi'), share, [first, second]);
    expect(remarks[0]).toBe('Số dòng thay đổi: 0; dòng mới: 7; dòng bị bỏ: 0.');
    expect(grid.columns.map(({ title }) => title)).toEqual([
      'Quốc gia, khu vực',
      'Năm',
      'Thay đổi',
      'Phiên bản 1.0.0',
      'Phiên bản 1.1.0',
    ]);
    expect(cellsOf(grid)).toContainEqual(['CHDCND Lào', '2022', 'mới', '–', '28,7']);
    expect(grid.rows).toHaveLength(7);
  });

  test('names values that were corrected, by as many decimals as tell them apart', () => {
    const corrected = withLao(withLao(second, 2022, 28.69), 2021, 31);
    const { grid } = releaseChanges(localeOf('en'), share, [second, corrected]);
    expect(cellsOf(grid)).toEqual([
      ['Lao PDR', '2021', 'changed', '30.7', '31.0'],
      ['Lao PDR', '2022', 'changed', '28.686', '28.690'],
    ]);
  });

  test('names rows that are gone, and new columns, in the words of the release that has them', () => {
    const { grid, remarks } = releaseChanges(localeOf('lo'), share, [
      second,
      { ...first, fields: [...first.fields, { name: 'value_low', kind: 'measure', categories: [] }] },
    ]);
    expect(remarks).toEqual(
      expect.arrayContaining(['ແຖວທີ່ປ່ຽນແປງ: 0; ແຖວໃໝ່: 0; ແຖວທີ່ຖືກຕັດອອກ: 7.', 'ຫົວຂໍ້ຂໍ້ມູນໃໝ່: value_low']),
    );
    expect(grid.rows.every(({ cells }) => cells[2] === 'ຕັດອອກ' && cells.at(-1) === '–')).toBe(true);
  });

  test('says so when rows cannot be compared, or nothing is different', () => {
    const other = { ...second, primaryKey: ['year', 'value'] };
    const { grid, remarks } = releaseChanges(localeOf('en'), share, [second, other]);
    expect(remarks).toEqual([
      'Rows are now told apart by other fields (Year, Out-of-pocket share), so they cannot be compared one by one.',
    ]);
    expect(grid.rows).toEqual([]);
    expect(releaseChanges(localeOf('km'), share, [second, second]).remarks).toEqual(['គ្មានជួរណាមួយផ្លាស់ប្ដូរទេ។']);
  });
});

describe('rows can be chosen', () => {
  test('by place, year and category, with the values as the table writes them', () => {
    const filters = rowFilters(localeOf('lo').dataset(byAge, byAge.newest), 'lo');
    expect(filters.map(({ column, title }) => [column, title])).toEqual(
      byAge.newest.fields.flatMap(({ name, kind }, column) =>
        kind === 'measure' ? [] : [[column, byAge.words.get('lo')?.fields[name]?.title]],
      ),
    );
    expect(filters[0]?.values).toContain('ກຳປູເຈຍ');
    const years = filters.find(({ title }) => title === 'ປີ')?.values.map(Number) ?? [];
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });

  test('but not by what each row has for itself', () => {
    expect(rowFilters(localeOf('en').dataset(map, map.newest), 'en')).toEqual([]);
  });
});

describe('the glossary', () => {
  test.each(site.languages)('in %s has every term, in the order of its alphabet', (language) => {
    const entries = glossaryEntries(site, localeOf(language));
    expect(entries.map(({ id }) => id).sort()).toEqual([...site.glossary.terms.keys()].sort());
    const terms = entries.map(({ term }) => term);
    expect(terms).toEqual([...terms].sort(new Intl.Collator(language).compare));
  });

  test('leads to the other languages, to terms near it and to the briefs that use it', () => {
    const found = glossaryEntries(site, localeOf('km')).find(({ id }) => id === 'out-of-pocket-spending');
    expect(found?.others).toEqual([
      { language: 'en', term: 'Out-of-pocket spending' },
      { language: 'lo', term: site.glossary.words.get('lo')?.['out-of-pocket-spending']?.term },
      { language: 'vi', term: 'Chi trả trực tiếp từ tiền túi' },
    ]);
    expect(found?.see.map(({ id }) => id)).toEqual([
      'catastrophic-health-spending',
      'current-health-expenditure',
    ]);
    expect(found?.briefs.length).toBeGreaterThan(0);
  });

  test('shows what is not translated in the source language, last', () => {
    const partly = new Map(site.glossary.words);
    const { 'legal-coverage': _, ...rest } = partly.get('vi') ?? {};
    partly.set('vi', rest);
    const lacking = { ...site, glossary: { ...site.glossary, words: partly } };
    const last = glossaryEntries(lacking, makeLocale(lacking, 'vi')).at(-1);
    expect(last).toMatchObject({ id: 'legal-coverage', language: 'en', term: 'Legal coverage' });
  });
});
