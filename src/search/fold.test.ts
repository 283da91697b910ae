import { expect, test } from 'vitest';
import { fold, joined } from './fold.ts';

const letters = (text: string) => joined(fold(text)).text;

test.each([
  ['Đồng kíp mất giá', 'dong kip mat gia'],
  ['VIÊNG CHĂN', 'vieng chan'],
  ['໒໐໔໗', '2047'],
  ['២០៤៧', '2047'],
  ['1,234.6', '1.234,6'],
  ['out-of-pocket', 'Out of pocket'],
  ['Straße', 'STRASSE'],
  // Composed and decomposed, with the tone before and after.
  ['ນ້ຳ', 'ນໍ້າ'],
  ['ຫຼວງ', 'ຫລວງ'],
  ['ໜ້າ', 'ຫນ້າ'],
  // Zero-width spaces between words, and two subscripts that look the same.
  ['ការ​គ្របដណ្ដប់', 'ការគ្របដណ្តប់'],
  ['ឲ្យ', 'ឱ្យ'],
  ['ສປປ ລາວ', 'ສປປລາວ'],
])('%s is found as %s', (written, asked) => {
  expect(letters(written)).toBe(letters(asked));
});

test('vowels tell words apart in Lao and Khmer', () => {
  expect(letters('ກິນ')).not.toBe(letters('ກຸນ'));
  expect(letters('កិ')).not.toBe(letters('កុ'));
});

test('each folded letter knows where it comes from', () => {
  const text = 'Ở Viêng Chăn: 1,234';
  const { text: folded, at } = fold(text);
  expect(at).toHaveLength(folded.length);
  const start = folded.indexOf('chan');
  expect(text.slice(at[start], (at[start + 3] ?? 0) + 1)).toBe('Chăn');
  expect(text.slice(at[folded.indexOf('1234')])).toBe('1,234');
});
