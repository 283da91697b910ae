import { limits, TookTooLong, withinTime } from '../source/index.ts';
import { ChartError } from './source.ts';

/** Compiles a chart or lays it out; throws a ChartError where that does not end. */
export function inTime<T>(work: () => T): T {
  try {
    return withinTime(limits.chart, work);
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    throw new ChartError(
      `It takes longer than ${limits.chart / 1000} seconds. Look for expressions and transforms that make ever more.`,
    );
  }
}
