import { beforeAll, expect, test } from 'vitest';
import { fontFamilies, fontFile } from './families.ts';
import { measureText } from './measure.ts';
import { loadMeasurer } from './shape.ts';

beforeAll(loadMeasurer);

// What Chromium measures for the same files at 100 px.
test.each<[string, string, number, number]>([
  ['Latin', 'Out-of-pocket share, 28.7%', 1273, 1343],
  ['Lao', 'ສ່ວນແບ່ງການຈ່າຍເອງ', 762.9, 786.9],
  ['Khmer', 'ប្រទេសកម្ពុជា ២០២២', 808.2, 866.8],
  ['Vietnamese', 'Tỷ lệ chi trả từ tiền túi', 1021.2, 1110.2],
  ['Thai', 'ราชอาณาจักรไทย', 686.6, 726.6],
  ['Arabic', 'العربية', 251.3, 282.4],
  ['Myanmar', 'မြန်မာနိုင်ငံ', 453.6, 467.5],
  ['Lao and Latin', 'ລາວ (Lao PDR) 2022', 885.1, 912.3],
])('%s: measures %s as Chromium does', (_, text, regular, bold) => {
  expect(measureText(text, { size: 100 })).toBeCloseTo(regular, 0);
  expect(measureText(text, { size: 100, weight: 700 })).toBeCloseTo(bold, 0);
});

test('counts characters that no shipped font has as six tenths of the size', () => {
  expect(measureText('漢字', { size: 10 })).toBeCloseTo(12);
});

test('knows where each shipped file is and which characters it is for', () => {
  for (const family of fontFamilies) {
    for (const { subset, unicodeRange } of family.files) {
      expect(unicodeRange).toMatch(/^U\+[0-9A-F-]+(,U\+[0-9A-F-]+)*$/);
      for (const weight of [400, 700] as const) expect(fontFile(family, subset, weight)).toMatch(/\.woff2$/);
    }
  }
});
