import { createHash } from 'node:crypto';
import { redirectsOf, type Site } from '../site/index.ts';

/**
 * What a file of the site is made from, besides what all are made from: the texts
 * of one brief (`briefs/<slug>`), no text at all (`catalogue/<n>`), or all texts (`lists`).
 * Files of one scope are made together, and kept together for the next build.
 */
export type Scope = string;

/** The files that depend on all texts: search, feeds, lists, and whatever stands once. */
export const lists: Scope = 'lists';

/** So many parts the pages of charts, data and places fall into, so that several machines can share them. */
const parts = 16;

/** All scopes of a site. */
export const scopesOf = (site: Site): Scope[] => [
  ...new Set([
    lists,
    ...Array.from({ length: parts }, (_, part) => `catalogue/${part}`),
    ...site.briefs.map(({ slug }) => scopeOf(`briefs/${slug}/`)),
    ...redirectsOf(site).map(({ from }) => scopeOf(from)),
  ]),
];

/** The scope of a file of the site, by its path; of a folder, by a path that ends in a slash. */
export function scopeOf(path: string): Scope {
  const [, kind = '', id = ''] =
    /^(?:[^/]+\/)?(briefs|charts|data|places|compare)\/(?:live\/)?([^/.]+)/.exec(path) ?? [];
  if (kind === '' || path.endsWith('/feed.xml')) return lists;
  return kind === 'briefs' ? `briefs/${id}` : `catalogue/${numberOf(id) % parts}`;
}

/** Which of several machines makes a scope, from 0. */
export const shardOf = (scope: Scope, shards: number): number => numberOf(scope) % shards;

/** A number that stands for a name, the same everywhere. */
const numberOf = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE();
