import type { LiveChart } from '../live.ts';

/** The words of a live chart. Those with `{…}` are patterns, filled in by the browser. */
export interface LiveWords {
  /** What the arrow keys do. */
  keys: string;
  /** `{title}`, `{first}`, `{last}` */
  axis: string;
  /** `{first}`, `{last}`: an axis without a title. */
  bareAxis: string;
  /** `{name}`, `{count}` */
  series: string;
  /** `{count}`: all values, where nothing tells series apart. */
  values: string;
  /** `{name}`: said of a series that is not drawn. */
  hidden: string;
}

/** What a browser gets to make a chart of a page live. */
export interface LiveFile extends LiveChart {
  language: string;
  words: LiveWords;
  /** The address of the release of each data set, relative to the file. */
  releases: Readonly<Record<string, string>>;
}

/** A pattern with its places filled in. */
export const filled = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
