import * as vega from 'vega';
import { measureText } from '../fonts/index.ts';
import type { LabelTable } from './labels.ts';
import { letterCount } from './letter-count.ts';
import { brokenInto } from './lines.ts';
import type { TextItem } from './scene.ts';

// Parts of Vega's public modules that its typings leave out.
const { textMetrics, setRandom, randomLCG } = vega as unknown as {
  textMetrics: { width: (item: TextItem, text: unknown) => number };
  setRandom: (random: () => number) => void;
  randomLCG: (seed: number) => () => number;
};

export const weightOf = ({ fontWeight }: TextItem): 400 | 700 =>
  fontWeight === 'bold' || Number(fontWeight) >= 600 ? 700 : 400;

// Vega guesses widths (far off in Lao and Khmer), and this module-wide place is
// the only one where it takes better ones. The fonts are the same for every chart.
textMetrics.width = (item, text) => {
  const line = text === null || text === undefined ? '' : String(text).trim();
  return measureText(line, { size: item.fontSize ?? 11, weight: weightOf(item) });
};

interface Functions {
  context: { signals: Record<string, { value: unknown } | undefined> };
}

// The two functions that specs of this engine call. Each drawing hands over its own
// names and language as signals, so that drawings do not share anything.
vega.expressionFunction('salaLabel', function (this: Functions, value: unknown, id: string) {
  const table = this.context.signals.salaLabels?.value as LabelTable | undefined;
  const names = table?.[id] ?? {};
  return Object.hasOwn(names, String(value)) ? names[String(value)] : value;
});

vega.expressionFunction(
  'salaLines',
  function (this: Functions, text: unknown, width: number, size: number, weight: 400 | 700) {
    if (typeof text !== 'string' || measureText(text, { size, weight }) <= width) return text;
    const language = String(this.context.signals.salaLanguage?.value ?? 'en');
    return brokenInto(text, { language, width, size, weight });
  },
);

/** How far a text of several lines must rise, so that its baseline means the whole: Vega means its first line. */
vega.expressionFunction('salaRise', (text: unknown, baseline: unknown, lineHeight: number) => {
  const extra = (Array.isArray(text) ? text.length - 1 : 0) * lineHeight;
  if (extra === 0 || baseline === 'top' || baseline === 'line-top') return 0;
  return baseline === 'middle' ? -extra / 2 : -extra;
});

type Make = (...parameters: unknown[]) => unknown;

/** Browsers take this file too, and none of the room that has the other limits. */
const most = 10_000;

const day = 86_400_000;
/** Units of time that are shorter than a day, in milliseconds. */
const lengths: readonly (readonly [string, number])[] = [
  ['milliseconds', 1],
  ['seconds', 1_000],
  ['minutes', 60_000],
  ['hours', 3_600_000],
];

/** Functions of Vega make as much as they are told to; here, no more than a chart can show. */
function limit(name: string, countOf: (...parameters: unknown[]) => number): void {
  const make = vega.expressionFunction(name) as Make;
  // Some, such as format(), ask the drawing that calls them for its locale.
  vega.expressionFunction(name, function (this: unknown, ...parameters: unknown[]) {
    if (Math.abs(countOf(...parameters)) > most)
      throw new Error(`${name}() would make more than ${most} values.`);
    return make.apply(this, parameters);
  });
}
limit('sequence', (start = 0, stop, step = 1) =>
  stop === undefined ? Number(start) : (Number(stop) - Number(start)) / Number(step),
);
limit('pad', (_, length) => Number(length));
limit('format', (_, specifier) => letterCount(specifier));
for (const name of ['timeSequence', 'utcSequence'])
  limit(name, (unit, start, stop, step = 1) => {
    const length = lengths.find(([own]) => own === unit)?.[1] ?? day;
    return (Number(stop) - Number(start)) / length / Number(step);
  });

/** Makes `random()` and the `sample` transform give the same for each drawing. */
export const restartRandom = (): void => setRandom(randomLCG(20_250_331));
