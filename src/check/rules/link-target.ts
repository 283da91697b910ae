import { pageAnchors } from '../../briefs/index.ts';
import { didYouMean, quote } from '../../diagnostics/index.ts';
import { figureAnchor, referenceAnchor, termAnchor } from '../../site/index.ts';
import { knownAddresses } from '../known-addresses.ts';
import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const linkTarget: Rule = {
  id: 'link-target',
  severity: 'error',
  holds: 'Every link within the site leads to a page, a place or a file that there is.',
  why: 'A link that leads nowhere is noticed by readers first. Links to pages of the site begin with a slash and the language (`/en/about/`), links to files of `public/` with a slash, links within the text with `#`. Links to other sites are not looked up.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '[a link](/en/about/)',
    put: '[a link](/en/abuot/)',
    says: 'There is no page or file /en/abuot/.',
  },
  *check(site, files) {
    const known = knownAddresses(site, files);
    for (const { brief, translation } of textsOf(site)) {
      const anchors = new Set([
        ...brief.anchors,
        ...brief.figures.map(({ id }) => figureAnchor(id)),
        ...brief.facts.references.map(({ id }) => referenceAnchor(id)),
        ...[...site.glossary.terms.keys()].map(termAnchor),
        ...pageAnchors,
      ]);
      for (const { pieces } of translation.document.blocks)
        for (const piece of pieces) {
          if (piece.kind !== 'link') continue;
          const [path = '', anchor] = decoded(piece.address).split('#');
          if (path === '' && anchor !== undefined && !anchors.has(anchor))
            yield foundAt(
              translation,
              piece,
              `The text has no place #${anchor}.`,
              didYouMean(anchor, brief.anchors, 'headings'),
            );
          const plain = path.split('?')[0] ?? '';
          if (plain.startsWith('/') && !known.has(plain))
            yield foundAt(
              translation,
              piece,
              `There is no page or file ${plain}.`,
              /^\/\w+\//.test(plain)
                ? didYouMean(plain, known, 'pages')
                : `Put the file into public${plain}, or correct the link.`,
            );
          // What has no scheme and no slash is seen from the page of the brief, where nobody looks it up.
          if (plain !== '' && !plain.startsWith('/') && !/^[a-z][a-z\d+.-]*:/i.test(plain))
            yield foundAt(
              translation,
              piece,
              `The link ${quote(plain)} does not say where to begin.`,
              'Write https:// before the address of another site, or a slash before a page of this one.',
            );
        }
    }
  },
};

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
