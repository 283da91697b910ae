import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { headingIndex, remarkBrief } from './remark-brief.ts';

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkBrief);
const compile = async (text: string): Promise<Node> => {
  const file = new VFile({ value: text, path: 'en.mdx' });
  return processor.run(processor.parse(file), file) as Promise<Node>;
};

test.each([
  'import fs from "node:fs"',
  'export const a = 1',
  '{process.exit()}',
  'a {1 + 1} b',
  '<script>a</script>',
  '<Chart id={x} />',
  '<Chart {...x} />',
  '<Unknown />',
])('compiles nothing that could run: %s', async (text) => {
  await expect(compile(text)).rejects.toThrow();
});

test('numbers the headings, for the page to give them the anchors of the source', async () => {
  const tree = await compile('## One\n\ntext\n\n### Two\n');
  const marks: unknown[] = [];
  visit(tree as Parent, 'heading', (node) => {
    marks.push((node as Node & { data?: { hProperties?: unknown } }).data?.hProperties);
  });
  expect(marks).toEqual([
    { id: 'heading-0', 'data-level': 2 },
    { id: 'heading-1', 'data-level': 3 },
  ]);
  expect([headingIndex('heading-1'), headingIndex('fn-1'), headingIndex(undefined)]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});
