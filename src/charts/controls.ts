import { type LocalizedDataset, valuesOf } from '../datasets/index.ts';
import { formatNumber, type Language } from '../i18n/index.ts';

/** A choice that a chart offers its readers, in their words. */
export interface Control {
  /** The signal of Vega that it sets. */
  signal: string;
  kind: 'select' | 'radio' | 'checkbox' | 'range';
  title: string;
  /** What the picture shows. */
  value: unknown;
  options: readonly { value: unknown; text: string }[];
  /** Of a range. */
  range: { min: number; max: number; step: number };
}

/** A signal of Vega with the element that Vega would bind to it. */
export interface BoundSignal {
  name: string;
  value?: unknown;
  bind?: {
    input?: string;
    options?: unknown[];
    labels?: string[];
    min?: number;
    max?: number;
    step?: number;
  };
}

interface Wording {
  language: Language;
  /** The chart's own words. */
  words: Readonly<Record<string, string>>;
  data: ReadonlyMap<string, LocalizedDataset>;
}

/** The kinds of elements that a parameter may be bound to: all that choose among what is there. */
export const controlKinds: readonly string[] = [
  'select',
  'radio',
  'checkbox',
  'range',
] satisfies Control['kind'][];

/**
 * The control of a bound signal. It is called by the chart's own word for it,
 * or else by the field whose values it chooses; its options likewise.
 */
export function controlOf({ name, value, bind = {} }: BoundSignal, wording: Wording): Control {
  const { input, options = [], min = 0, max = 100, step = 1 } = bind;
  const field = fieldOf(options, wording.data);
  return {
    signal: name,
    kind: input as Control['kind'],
    title: wording.words[name] ?? field?.title ?? name,
    value: value ?? null,
    options: options.map((option) => ({ value: option, text: textOf(option, field, wording) })),
    range: { min, max, step },
  };
}

type Field = LocalizedDataset['fields'][number];

/** The field that has all the options among its values. */
function fieldOf(options: readonly unknown[], data: Wording['data']): Field | undefined {
  const wanted = options.filter((option) => option !== null).map(String);
  if (wanted.length === 0) return undefined;
  for (const { fields, rows } of data.values()) {
    for (const field of fields) {
      if (field.kind === 'measure') continue;
      const values = new Set(valuesOf(rows, field.name));
      if (wanted.every((each) => values.has(each))) return field;
    }
  }
  return undefined;
}

function textOf(option: unknown, field: Field | undefined, { words, language }: Wording): string {
  const own = words[String(option)];
  if (own !== undefined) return own;
  if (option === null) return '–';
  if (field) return field.show(option as string | number);
  return typeof option === 'number' ? formatNumber(option, language) : String(option);
}
