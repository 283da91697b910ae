import type { Spec } from 'vega';

/** The signal by which a drawing knows the width of its plots. */
export const plotWidth = 'sala_width';

/** A spec without the sizes that a drawing of it can be given anew. */
interface Sized {
  /** By the names of their signals, in CSS pixels. */
  sizes: ReadonlyMap<string, number>;
  /** All else, as text: what has the same is the same but for its sizes. */
  rest: string;
}

/** Takes apart a Vega spec, whose rows are not in it. */
export function sizesApart({ width, height, signals = [], ...others }: Spec): Sized {
  const sizes = new Map<string, number>();
  const keep = (name: string, size: unknown): boolean => {
    if (typeof size !== 'number') return false;
    sizes.set(name, size);
    return true;
  };
  const rest = [
    others,
    keep('width', width) || width,
    keep('height', height) || height,
    signals.map((signal) => {
      const { value, ...own } = signal as { name: string; value?: unknown };
      return /_(width|height)$/.test(own.name) && keep(own.name, value) ? own : signal;
    }),
  ];
  return { sizes, rest: JSON.stringify(rest) };
}
