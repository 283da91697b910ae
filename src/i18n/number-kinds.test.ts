import { expect, test } from 'vitest';
import { kindOfNumber, numbersIn } from './index.ts';

const kinds = (text: string, language: string) =>
  numbersIn(text, language).map((number) => `${number.text} ${kindOfNumber(text, number, language)}`);

test.each([
  ['en', 'On 24 to 26 March 2025, 38 people met.', '24 date, 26 date, 2025 year, 38 number'],
  ['en', 'It may be 12, and the market of 2019 had 5 stalls, in May.', '12 number, 2019 year, 5 number'],
  ['en', 'From 2025-03-26 on; SDG 3.8.1 at 52.5%.', '2025 year, 03 date, 26 date, 3.8.1 name, 52.5 number'],
  ['lo', 'ແຕ່ວັນທີ 24 ຫາ 26 ມີນາ 2025 ມີ 38 ຄົນ', '24 date, 26 date, 2025 year, 38 number'],
  ['lo', 'ວັນທີ ໒໖ ມີນາ ໒໐໒໕ ມີ ໓໘ ຄົນ', '໒໖ date, ໒໐໒໕ year, ໓໘ number'],
  ['km', 'ថ្ងៃទី ២៦ ខែមីនា ឆ្នាំ ២០២៥ មាន ៣៨ នាក់', '២៦ date, ២០២៥ year, ៣៨ number'],
  [
    'vi',
    'Từ ngày 24 đến ngày 26 tháng 3 năm 2025, có 38 người',
    '24 date, 26 date, 3 date, 2025 year, 38 number',
  ],
  ['vi', 'Năm 2019 có 1.600 xã, 1,6%', '2019 year, 1.600 number, 1,6 number'],
])('in %s, quantities are told from years and dates: %s', (language, text, expected) => {
  expect(kinds(text, language).join(', ')).toBe(expected);
});
