import type { Edition } from '../build/index.ts';

/**
 * Pages run in Vite's module graph and the commands in Node's, so that a module
 * of ours exists twice. The edition passes from one to the other through this slot.
 */
const slot = Symbol.for('sala.edition');
const shared = globalThis as { [slot]?: Edition };

export const offerEdition = (edition: Edition): void => {
  shared[slot] = edition;
};

/** The edition, if a command has offered one: checks of types run without. */
export const offeredEdition = (): Edition | undefined => shared[slot];

/** The edition that pages are made from. */
export function currentEdition(): Edition {
  const edition = offeredEdition();
  if (!edition)
    throw new Error('Pages are made by “npm run build” and “npm run dev”, which read the site first.');
  return edition;
}
