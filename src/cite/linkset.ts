import type { HeadTag } from './head-tags.ts';

/**
 * The links of a page as a file of their own, for programs that do not read HTML
 * (RFC 9264, https://signposting.org/FAIR/).
 */
export function linkset(anchor: string, links: readonly HeadTag[]): string {
  const relations: Record<string, object[]> = {};
  for (const { rel = '', ...link } of links)
    if (!rel.startsWith('schema.')) relations[rel] = [...(relations[rel] ?? []), link];
  return `${JSON.stringify({ linkset: [{ anchor, ...relations }] }, null, 2)}\n`;
}
