export { drawsScript, outsideFonts } from './families.ts';
export { type FontSheet, makeFontSheet, namesFamily, textFamily } from './font-sheet.ts';
export { loadMeasurer, measureText } from './measure.ts';
export { parseRange } from './unicode-range.ts';
