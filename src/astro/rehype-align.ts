import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Marks the aligned cells of Markdown tables by class. The MDX compiler would
 * write style attributes, which the security policy of the pages forbids.
 */
export function rehypeAlign() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if ((tagName !== 'td' && tagName !== 'th') || !properties['align']) return;
      if (properties['align'] === 'right') properties['className'] = ['number'];
      delete properties['align'];
    });
  };
}
