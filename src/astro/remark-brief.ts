import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { restrict } from '../briefs/index.ts';

interface HeadingNode extends Node {
  depth: number;
  data?: { hProperties?: Record<string, unknown> } | undefined;
}

/**
 * The remark plugin that briefs are compiled with. It stops at whatever a brief
 * may not hold, so that no text of a stranger is ever compiled to a program, and
 * numbers the headings: the page gives each the anchor that it has in the source language.
 */
export function remarkBrief() {
  return (tree: Node, file: VFile): void => {
    const [first] = restrict(tree).findings;
    if (first)
      file.fail(`${first.message} ${first.hint}`, {
        place: first.node.position,
        ruleId: first.rule,
        source: 'sala',
      });
    let count = 0;
    visit(tree, 'heading', (heading: HeadingNode) => {
      heading.data = { ...heading.data, hProperties: { id: prefix + count, 'data-level': heading.depth } };
      count += 1;
    });
  };
}

const prefix = 'heading-';

/** Which heading of its text a mark stands for; nothing for other ids. */
export const headingIndex = (id: string | undefined): number | undefined =>
  id?.startsWith(prefix) ? Number(id.slice(prefix.length)) : undefined;
