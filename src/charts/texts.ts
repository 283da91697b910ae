import type { PropertyPath } from '../source/index.ts';

/** A text that a spec shows as it stands. */
export interface WrittenText {
  path: PropertyPath;
  text: string;
}

const titles = ['title', 'subtitle'];

/** The titles of axes, legends, headers and views, and the texts of marks, that stand in a spec. */
export function writtenTexts(spec: unknown): WrittenText[] {
  const found: WrittenText[] = [];
  mapTexts(spec, (text, path) => {
    found.push({ text, path });
    return text;
  });
  return found;
}

/** A spec with each text that it shows replaced. */
export function mapTexts<Part>(
  part: Part,
  change: (text: string, path: PropertyPath) => unknown,
  path: PropertyPath = [],
): Part {
  const replaced = (value: unknown, here: PropertyPath): unknown => {
    if (typeof value === 'string') return change(value, here);
    // Lines of one text.
    const isLines = Array.isArray(value) && value.every((line) => typeof line === 'string');
    return isLines
      ? value.map((line, index) => change(line, [...here, index]))
      : mapTexts(value, change, here);
  };
  const mapped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => mapTexts(each, change, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const here = [...path, key];
        const isShown =
          titles.includes(key) ||
          (key === 'text' && path.at(-2) !== 'select') ||
          (key === 'value' && path.at(-1) === 'text');
        if (isShown) return [key, replaced(inner, here)];
        return [key, notSpec.has(key) ? inner : mapTexts(inner, change, here)];
      }),
    );
  };
  return mapped(part) as Part;
}

// Parameters hold values, transforms make fields, and neither shows a text by itself.
const notSpec = new Set(['usermeta', 'params', 'transform', 'data', 'datasets', 'config']);
