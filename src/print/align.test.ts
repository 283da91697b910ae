import { expect, test } from 'vitest';
import { align } from './align.ts';

test('pieces find their texts, over lines and pages', () => {
  const texts = ['A title', '  ', 'ການ​ປົກຄຸມ ຂອງ', 'in two lines'];
  expect(align(['A title', 'ການປົກຄຸມ', ' ຂອງ', 'in two', 'lines'], texts)).toEqual([0, 2, 2, 3, 3]);
});

test('what the style sheet adds belongs to no text, even where the page has it later', () => {
  expect(align(['one', ' https://a.example/', 'two'], ['one', 'two'])).toEqual([0, undefined, 1]);
  expect(align(['one', '1', 'two', '1'], ['one', 'two', '1'])).toEqual([0, undefined, 1, 2]);
});

test('texts that print does not show are passed over', () => {
  expect(align(['one', 'three'], ['one', 'two', 'three'])).toEqual([0, 2]);
});
