import { quote } from '../../diagnostics/index.ts';
import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const linkHidden: Rule = {
  id: 'link-hidden',
  severity: 'error',
  holds: 'No brief that readers can see links to one that they cannot.',
  why: 'Drafts (`status: draft`) and briefs under embargo are left out of a site, so that the link would lead nowhere, and would tell that there is something. Take the link out, or publish both at the same time.',
  example: {
    file: 'content/briefs/untranslated/brief.yaml',
    find: 'kind: workshop-outcomes',
    put: 'status: draft\nkind: workshop-outcomes',
    also: [
      {
        file: 'content/briefs/everything/en.mdx',
        find: '[a link](/en/about/)',
        put: '[a link](/en/briefs/untranslated/)',
      },
    ],
    says: 'This leads to “untranslated”, which is a draft.',
  },
  *check(site) {
    const hidden = new Map(site.briefs.flatMap(({ slug, hidden: why }) => (why ? [[slug, why]] : [])));
    if (hidden.size === 0) return;
    for (const { brief, translation } of textsOf(site)) {
      if (brief.hidden) continue;
      for (const { pieces } of translation.document.blocks)
        for (const piece of pieces) {
          const slug = piece.kind === 'link' && /^\/[^/]+\/briefs\/([^/#?]+)/.exec(piece.address)?.[1];
          const why = slug ? hidden.get(slug) : undefined;
          if (slug && why)
            yield foundAt(
              translation,
              piece,
              `This leads to ${quote(slug)}, which is ${why === 'draft' ? 'a draft' : 'under embargo'}.`,
              'Take the link out, or let this brief wait too: “status: draft” or “embargo: …” in its brief.yaml.',
            );
        }
    }
  },
};
