import { expect, test } from 'vitest';
import { excerpt, marked } from './excerpt.ts';
import { readQuery } from './query.ts';

const query = (text: string) => {
  const read = readQuery(text);
  if (!read) throw new Error(`Nothing is asked by ${text}`);
  return read;
};
const marks = (text: string, asked: string) =>
  marked(text, query(asked))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test.each([
  ['việc đồng kíp mất giá làm giảm', 'dong kip mat gia', ['đồng kíp mất giá']],
  ['ການອ່ອນຄ່າຂອງເງິນກີບ ເຮັດໃຫ້', 'ເງິນກີບ', ['ເງິນກີບ']],
  // The whole cluster is marked, with its tone, its vowel and its subscript.
  ['ນ້ຳ', 'ນ ໍ', ['ນ້ຳ']],
  ['ចំណាយចរន្តលើសុខាភិបាល', 'ចរន', ['ចរន្ត']],
  ['In 2019, 1,234 people', '1234', ['1,234']],
  ['Reform of health insurance', 'insurance reform', ['Reform', 'insurance']],
  ['Health insurance', 'insurence', ['insurance']],
  ['Nothing of this', 'Cambodia', []],
  // A part that comes twice is no more of the word than once.
  ['អ្នកណាត្រូវបានគ្របដណ្ដប់ ហើយ «គ្របដណ្ដប់» មានន័យ', 'គ្របដណ្តប់តាមច្បាប់', []],
])('in “%s”, “%s” marks %j', (text, asked, expected) => {
  expect(marks(text, asked)).toEqual(expected);
});

test('an excerpt is a part of the text around what was asked', () => {
  const text = `${'Households pay for care. '.repeat(20)}The kip lost value. ${'Budgets are small. '.repeat(20)}`;
  const pieces = excerpt(text, query('kip'));
  const shown = pieces.map((piece) => piece.text).join('');
  expect(pieces.filter((piece) => piece.marked)).toEqual([{ text: 'kip', marked: true }]);
  expect(shown.length).toBeLessThan(260);
  expect(shown).toMatch(/^….*The kip lost value\. .*…$/s);
  expect(text).toContain(shown.slice(1, -1));
});

test('an excerpt of a text without spaces never cuts a cluster', () => {
  const clusters = [
    ...new Intl.Segmenter('km', { granularity: 'grapheme' }).segment('ការគ្របដណ្ដប់ជាក់ស្ដែង'),
  ].map(({ segment }) => segment);
  const text = `${clusters.join('').repeat(30)}វ៉ាងវៀង${clusters.join('').repeat(30)}`;
  const shown = excerpt(text, query('វ៉ាងវៀង'))
    .map((piece) => piece.text)
    .join('');
  const first = shown.replace('…', '').slice(0, 12);
  expect(/^[\p{M}]/u.test(first)).toBe(false);
  expect(shown.replaceAll('…', '').endsWith('\u17d2')).toBe(false);
  expect(shown).toContain('វ៉ាងវៀង');
});
