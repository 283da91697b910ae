import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Edition } from '../build/index.ts';

/** Gives the text of a brief as a component, by its path in the site folder. */
export type TextOf = (file: string) => Promise<AstroComponentFactory | undefined>;

/** What a build brings with an edition: its texts, compiled, and which of its files are to be made. */
export interface Rendering {
  textOf: TextOf;
  /** Whether any file is to be made at a path, or below one that ends in a slash. */
  isWanted(path: string): boolean;
}

/**
 * Pages run in Vite's module graph and the commands in Node's, so that a module
 * of ours exists twice. The edition passes from one to the other through this slot.
 */
const slot = Symbol.for('sala.edition');
const shared = globalThis as {
  [slot]?: { folder: string; edition?: Edition; rendering?: Rendering | undefined };
};

/** Hands an edition to the pages. */
export const offerEdition = (edition: Edition, rendering?: Rendering): void => {
  shared[slot] = { folder: edition.site.folder, edition, rendering };
};

/** Says which site folder an edition will be of that cannot be made yet. */
export const offerFolder = (folder: string): void => {
  shared[slot] = { folder };
};

/** The edition, if a command has offered one: checks of types run without. */
export const offeredEdition = (): Edition | undefined => shared[slot]?.edition;

/** The text of a brief as a build has compiled it. */
export const offeredText: TextOf = async (file) => shared[slot]?.rendering?.textOf(file);

/** Whether any file is to be made at a path, or below one that ends in a slash. */
export const isWanted = (path: string): boolean => shared[slot]?.rendering?.isWanted(path) ?? true;

/** The site folder, if a command has offered one. */
export const offeredFolder = (): string | undefined => shared[slot]?.folder;

/** The edition that pages are made from. */
export function currentEdition(): Edition {
  const edition = offeredEdition();
  if (!edition)
    throw new Error('Pages are made by “npm run build” and “npm run dev”, which read the site first.');
  return edition;
}
