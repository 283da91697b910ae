import { createContext, Script } from 'node:vm';

/** Work that was stopped since it took too long. */
export class TookTooLong extends Error {}

const script = new Script('work()');
// One for all: to make it takes as long as a small drawing.
const place: { work?: () => unknown } = createContext({});

/**
 * Does something at once, and stops it after so many milliseconds; throws
 * TookTooLong then. Only a script of its own can be stopped in the middle, in a
 * loop or in a regular expression; nothing else of it is of another world.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  try {
    place.work = work;
    return script.runInContext(place, { timeout: milliseconds }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TookTooLong();
    throw error;
  }
}
