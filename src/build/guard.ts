import { AsyncLocalStorage } from 'node:async_hooks';
import type { Brief } from '../briefs/index.ts';
import { allVersions, type Site } from '../site/index.ts';
import { lists, type Scope } from './scopes.ts';

const current = new AsyncLocalStorage<Scope>();

/** Makes something of a scope: it can read no texts but those that its key is made from. */
export const within = <Made>(scope: Scope, make: () => Made): Made => current.run(scope, make);

/**
 * Stands before the texts of briefs while files are made, so that no file can
 * depend on a text that its key does not know of: what comes out of the store
 * is what would be made anew.
 */
export function guardTexts(site: Site): void {
  for (const brief of allVersions(site)) {
    guard(brief, 'anchors', brief);
    guard(brief, 'digests', brief);
    for (const translation of brief.translations.values()) guard(translation, 'document', brief);
  }
}

function guard<Thing extends object>(thing: Thing, name: keyof Thing & string, { slug }: Brief): void {
  const value = thing[name];
  Object.defineProperty(thing, name, {
    enumerable: true,
    get: () => {
      mayRead(slug);
      return value;
    },
  });
}

/** Throws where a file is being made that may not depend on the texts of a brief. */
export function mayRead(slug: string): void {
  const scope = current.getStore();
  if (scope !== undefined && scope !== lists && scope !== `briefs/${slug}`)
    throw new Error(`What is made of ${scope} must not read the texts of the brief ${slug}.`);
}
