import type { Element, Root } from 'hast';

/**
 * Marks the aligned cells of Markdown tables by class. The MDX compiler would
 * write style attributes, which the security policy of the pages forbids.
 */
export function rehypeAlign() {
  return (tree: Root): void => {
    const visit = (node: Root | Element): void => {
      for (const child of node.children) {
        if (child.type !== 'element' && (child as { children?: unknown }).children === undefined) continue;
        const element = child as Element;
        const { properties } = element;
        if ((element.tagName === 'td' || element.tagName === 'th') && properties?.['align']) {
          if (properties['align'] === 'right') properties['className'] = ['number'];
          delete properties['align'];
        }
        visit(element);
      }
    };
    visit(tree);
  };
}
