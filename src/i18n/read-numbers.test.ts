import { expect, test } from 'vitest';
import { inLatinDigits, numbersIn } from './read-numbers.ts';

const read = (text: string, language: string) =>
  numbersIn(text, language).map(({ readings, percent }) => `${readings.join(' or ')}${percent ? '%' : ''}`);

test.each([
  ['In 2022 it was 28.7 %, or 1,234.5 a head', 'en', ['2022', '28.7%', '1234.5']],
  ['ໃນປີ 2022 ແມ່ນ 28,7%, ຫຼື 1.234,5', 'lo', ['2022', '28.7%', '1234.5']],
  ['ໃນປີ ໒໐໒໒ ແມ່ນ ໑,໖ ສ່ວນຮ້ອຍ', 'lo', ['2022', '1.6%']],
  ['ក្នុង​ឆ្នាំ ២០២២ គឺ ១.៦ ភាគរយ', 'km', ['2022', '1.6%']],
  ['năm 2022 là 1.234 đồng', 'vi', ['2022', '1234 or 1.234']],
  ['1.234 units', 'en', ['1.234 or 1234']],
  [
    '2024–25, SDG 1.3.1, COVID-19, G20, 1\u00a0234\u00a0567',
    'en',
    ['2024', '2025 or 25', '1.3.1', '1234567'],
  ],
])('%s', (text, language, expected) => {
  expect(read(text, language)).toEqual(expected);
});

test('knows the digits of every script', () => {
  expect(inLatinDigits('໐໑໒໓໔໕໖໗໘໙ ០១២៣៤៥៦៧៨៩ ٠١٢٣٤٥٦٧٨٩')).toBe('0123456789 0123456789 0123456789');
});
