import { quote } from '../diagnostics/index.ts';
import type { PropertyPath } from '../source/index.ts';

/** A part of a spec that a chart may not have. */
export interface Forbidden {
  rule: 'chart-url' | 'chart-data' | 'chart-spec';
  path: PropertyPath;
  message: string;
  hint: string;
}

const byName = 'Name a data set: "data": {"name": "…"}.';
const generators = ['sequence', 'sphere', 'graticule'];

/** All that would reach outside the data sets: addresses, files, links, images, and rows written into the spec. */
export function forbiddenParts(value: unknown, path: PropertyPath = []): Forbidden[] {
  if (typeof value === 'string') return ofText(value, path);
  if (Array.isArray(value)) return value.flatMap((each, index) => forbiddenParts(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    // A field may be called what it likes; the schema's address is no data.
    if (key === 'usermeta' || key === '$schema' || key === 'field') return [];
    return ofKey(key, inner, here, path) ?? forbiddenParts(inner, here);
  });
}

function ofKey(
  key: string,
  value: unknown,
  here: PropertyPath,
  parent: PropertyPath,
): Forbidden[] | undefined {
  if (key === 'url' || key === 'href') {
    const isData = parent.at(-1) === 'data';
    return [
      {
        rule: 'chart-url',
        path: here,
        message: isData
          ? 'A chart cannot read data from an address or a file.'
          : `A chart cannot use ${key}.`,
        hint: isData ? byName : 'Charts draw data only; put links and images into the text.',
      },
    ];
  }
  if (key === 'datasets' && parent.length === 0) return [inline(here)];
  if (key === 'data' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return ofData(value, here);
  const mark = typeof value === 'object' && value !== null && 'type' in value ? value.type : value;
  if (key === 'mark' && mark === 'image') {
    return [
      {
        rule: 'chart-url',
        path: here,
        message: 'A chart cannot show images.',
        hint: 'Use another mark, such as “point”.',
      },
    ];
  }
  return undefined;
}

function ofData(data: object, path: PropertyPath): Forbidden[] | undefined {
  if ('values' in data) return [inline([...path, 'values'])];
  if ('url' in data || generators.some((key) => key in data)) return undefined;
  if ('name' in data && data.name !== '') return undefined;
  return [{ rule: 'chart-data', path, message: 'The data has no name.', hint: byName }];
}

const inline = (path: PropertyPath): Forbidden => ({
  rule: 'chart-data',
  path,
  message: 'A chart cannot have rows of its own: each number belongs to a released data set.',
  hint: byName,
});

const ofText = (text: string, path: PropertyPath): Forbidden[] => {
  if (/^\s*(?:[a-z]+:\/\/|\/\/|data:|file:|javascript:)|url\(/i.test(text))
    return [
      {
        rule: 'chart-url',
        path,
        message: 'A chart cannot use an address.',
        hint: 'Charts draw data only; put links and images into the text.',
      },
    ];
  const [, word] = misread.exec(text) ?? [];
  if (word === undefined) return [];
  return [
    {
      rule: 'chart-spec',
      path,
      message: `A chart cannot compare with ${quote(word)}, which its language takes for something else.`,
      hint: 'Give this category another name in the next release.',
    },
  ];
};

/** Texts that Vega's parser of expressions takes for names, since every object of JavaScript has something by them. */
const misread = new RegExp(`(?:^|["'])(${Object.getOwnPropertyNames(Object.prototype).join('|')})(?:["']|$)`);
