import type { Node, Parent } from 'unist';
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
    const visit = (node: Node): void => {
      if (node.type === 'heading') {
        const heading = node as HeadingNode;
        heading.data = {
          ...heading.data,
          hProperties: { id: headingMark(count), 'data-level': heading.depth },
        };
        count += 1;
      }
      for (const child of (node as Parent).children ?? []) visit(child);
    };
    visit(tree);
  };
}

const prefix = 'heading-';
const headingMark = (n: number): string => `${prefix}${n}`;

/** Which heading of its text a mark stands for; nothing for other ids. */
export const headingIndex = (id: string | undefined): number | undefined =>
  id?.startsWith(prefix) ? Number(id.slice(prefix.length)) : undefined;
