import type { Edition } from '../build/index.ts';

/**
 * Pages run in Vite's module graph and the commands in Node's, so that a module
 * of ours exists twice. The edition passes from one to the other through this slot.
 */
const slot = Symbol.for('sala.edition');
const shared = globalThis as { [slot]?: { folder: string; edition?: Edition } };

export const offerEdition = (edition: Edition): void => {
  shared[slot] = { folder: edition.site.folder, edition };
};

/** Says which site folder an edition will be of that cannot be made yet. */
export const offerFolder = (folder: string): void => {
  shared[slot] = { folder };
};

/** The edition, if a command has offered one: checks of types run without. */
export const offeredEdition = (): Edition | undefined => shared[slot]?.edition;

/** The site folder, if a command has offered one. */
export const offeredFolder = (): string | undefined => shared[slot]?.folder;

/** The edition that pages are made from. */
export function currentEdition(): Edition {
  const edition = offeredEdition();
  if (!edition)
    throw new Error('Pages are made by “npm run build” and “npm run dev”, which read the site first.');
  return edition;
}
