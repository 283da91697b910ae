import type { Spec } from 'vega';
import type { Layout } from './layout.ts';

/** Sizes by which drawings of a chart in one language differ, in CSS pixels. */
export interface Sizes {
  /** Of each plot. */
  width: number;
  height: number;
  mapHeight: number;
  /** How many values an axis below a plot shows, about. */
  ticks: number;
  /** The length of a legend of colours that run into each other. */
  gradient: number;
}

/**
 * Numbers that stand for sizes in a spec until it is drawn: one spec serves all
 * layouts in which its texts break alike. No author gives a number such as these.
 */
export const standIns: Sizes = {
  width: 20_001.0625,
  height: 20_002.0625,
  mapHeight: 20_003.0625,
  ticks: 20_004.0625,
  gradient: 20_005.0625,
};

/** Signals that hold sizes, besides those that Vega-Lite makes for each plot. */
export const sizeSignals = { width: 'sala_width', ticks: 'sala_ticks', gradient: 'sala_gradient' } as const;

/** The sizes of a layout. */
export function sizesOf({ plot, total, mapRatio = 1 }: Layout): Sizes {
  const width = Math.max(20, plot);
  return {
    width,
    height: heightFor(width, total),
    mapHeight: Math.round(Math.min(width / mapRatio, tallestMap(total))),
    ticks: Math.max(2, Math.min(8, Math.round(plot / 75))),
    gradient: Math.min(200, total * 0.5),
  };
}

const heightFor = (plot: number, total: number): number =>
  Math.round(total <= 400 ? plot * 0.95 : plot > 400 ? plot / 1.6 : plot * 0.85);

// Higher than this a map would not fit on a screen together with its title.
const tallestMap = (total: number): number => (total <= 400 ? total * 1.4 : total * 0.76);

const names = Object.keys(standIns) as (keyof Sizes)[];

/** The size that a number stands for; any other value as it is. */
export function sizeFor<Value>(value: Value, sizes: Sizes): Value | number {
  const name = names.find((each) => standIns[each] === value);
  return name === undefined ? value : sizes[name];
}

/** The sizes of a Vega spec by the names of the signals that hold them. */
export function signalsOf({ width, height, signals = [] }: Spec, sizes: Sizes): Record<string, number> {
  const sides = [
    { name: 'width', value: width },
    { name: 'height', value: height },
  ];
  const valued = [...sides, ...(signals as { name: string; value?: unknown }[])];
  return Object.fromEntries(
    valued.flatMap(({ name, value }) => {
      const size = sizeFor(value, sizes);
      return size === value ? [] : [[name, size as number]];
    }),
  );
}

/** A Vega spec with sizes where numbers stand for them. */
export function sizedSpec(spec: Spec, sizes: Sizes): Spec {
  const { width, height, ...others } = signalsOf(spec, sizes);
  return {
    ...spec,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    signals: (spec.signals ?? []).map((each) =>
      others[each.name] === undefined ? each : { ...each, value: others[each.name] },
    ),
  } as Spec;
}
