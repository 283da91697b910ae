export { drawsScript, fontFamilies, fontFile, outsideFonts } from './families.ts';
export { type FontSheet, makeFontSheet, namesFamily, textFamily } from './font-sheet.ts';
export { measureText } from './measure.ts';
export { type InkHeight, inkHeight, makeOutliner, type Outliner } from './outline.ts';
export { loadMeasurer } from './shape.ts';
export { parseRange } from './unicode-range.ts';
