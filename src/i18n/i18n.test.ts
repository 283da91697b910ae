import { describe, expect, test } from 'vitest';
import {
  breakable,
  countWords,
  directionOf,
  formatDate,
  formatDays,
  formatNumber,
  formatYear,
  isCalendarDate,
  isUnit,
  languageName,
  placeName,
} from './index.ts';

describe('numbers', () => {
  test.each([
    ['en', '1,234.6'],
    ['km', '1,234.6'],
    ['lo', '1.234,6'],
    ['vi', '1.234,6'],
  ])('are written as readers of %s do', (language, expected) => {
    expect(formatNumber(1234.56, language, { decimals: 1 })).toBe(expected);
  });

  test('carry the sign of their unit', () => {
    expect(formatNumber(28.68579, 'lo', { decimals: 1, unit: 'percent' })).toBe('28,7%');
    expect(formatNumber(49, 'en', { decimals: 0, unit: 'USD' })).toBe('US$49');
    expect(formatNumber(-0.04, 'en', { decimals: 1 })).toBe('0.0');
    expect(formatNumber(3.2, 'en', { decimals: 1, signed: true })).toBe('+3.2');
    expect(isUnit('percent')).toBe(true);
    expect(isUnit('parsnip')).toBe(false);
  });

  test('leave years whole', () => {
    expect(formatYear(2022, 'en')).toBe('2022');
    expect(formatYear(2022, 'lo')).toBe('2022');
  });
});

describe('dates', () => {
  test.each([
    ['2025-03-26', 'en', '26 March 2025'],
    ['2025-03-26', 'lo', '26 ມີນາ 2025'],
    ['2025-03-26', 'km', '26 មីនា 2025'],
    ['2025-03-26', 'vi', '26 tháng 3, 2025'],
    ['2025-03-26', 'th', '26 มีนาคม 2025'],
    ['2025-03', 'en', 'March 2025'],
    ['2025', 'vi', '2025'],
  ])('%s in %s', (date, language, expected) => {
    expect(formatDate(date, language)).toBe(expected);
  });

  test('of several days share what is the same', () => {
    expect(formatDays('2025-03-24', '2025-03-26', 'en')).toBe('24–26 March 2025');
  });

  test('must exist', () => {
    expect(isCalendarDate('2025-02-30')).toBe(false);
    expect(isCalendarDate('2024-02-29')).toBe(true);
  });
});

test.each([
  ['LAO', 'lo', undefined, 'ລາວ'],
  ['KHM', 'vi', undefined, 'Campuchia'],
  ['WLD', 'en', '001', 'World'],
  ['WHO-WPR', 'en', undefined, undefined],
])('names %s in %s', (code, language, m49, expected) => {
  expect(placeName(code, language, m49)).toBe(expected);
});

test.each([
  ['lo', 'ltr', 'ລາວ'],
  ['ar', 'rtl', 'العربية'],
  ['vi', 'ltr', 'Tiếng Việt'],
])('knows the direction and own name of %s', (language, direction, name) => {
  expect([directionOf(language), languageName(language)]).toEqual([direction, name]);
});

test('finds where lines may break', () => {
  expect(breakable('Lower-middle-income countries (WHO)', 'en')).toEqual([
    'Lower-middle-income ',
    'countries ',
    '(WHO)',
  ]);
  expect(breakable('ການປົກປ້ອງສັງຄົມ', 'lo').join('|')).toBe('ການ|ປົກປ້ອງ|ສັງຄົມ');
  expect(breakable('ໂລກ (ສະເລ່ຍ)', 'lo').join('|')).toBe('ໂລກ |(ສະເລ່ຍ)');
});

test('counts words in scripts without spaces', () => {
  expect(countWords('ການປົກປ້ອງສັງຄົມ', 'lo')).toBe(3);
  expect(countWords('Who pays, and how much?', 'en')).toBe(5);
});
