import { expect, test } from 'vitest';
import { inVisualOrder } from './visual-order.ts';

const shown = (line: string, base?: 'ltr' | 'rtl') =>
  inVisualOrder(line, base).map(({ text, direction }) => (direction === 'rtl' ? `«${text}»` : text));

// The examples of the standard (https://www.unicode.org/reports/tr9/), and what stands in charts.
test.each<[string, string[]]>([
  ['Out-of-pocket share, 28.7%', ['Out-of-pocket share, 28.7%']],
  ['ສປປ ລາວ 2022', ['ສປປ ລາວ 2022']],
  ['لاوس', ['«لاوس»']],
  ['حصة ٪12.5 من كل شيء', ['« من كل شيء»', '12.5', '«حصة ٪»']],
  ['النفقات 2010–2022', ['2022', '«–»', '2010', '«النفقات »']],
  ['بيانات WHO هنا', ['« هنا»', 'WHO', '«بيانات »']],
  ['car means سيارة.', ['car means ', '«سيارة»', '.']],
])('orders %s as it is read', (line, expected) => {
  expect(shown(line)).toEqual(expected);
});

test('puts the end of a foreign line where the page has it', () => {
  expect(shown('In 2011.', 'rtl')).toEqual(['«.»', 'In 2011']);
  expect(shown('لاوس.', 'ltr')).toEqual(['«لاوس»', '.']);
});
