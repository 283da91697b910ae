import type { Node, Parent, Point } from 'unist';
import type { Position } from '../diagnostics/index.ts';
import { type Words, wordsOf } from './inline.ts';

/**
 * A passage of a text: the smallest part that is written, translated and
 * compared as one. Translations have the same passages in the same order.
 */
export interface Block {
  /** `component`: the tag of one that stands by itself or around other passages. */
  kind: 'heading' | 'paragraph' | 'cell' | 'component' | 'code';
  at: Position;
  /** Where it begins and ends in the file, in UTF-16 units. */
  start: number;
  end: number;
  /** As it stands in the file; of a component, its opening tag. */
  source: string;
  /** What it stands in, from the outermost: `list`, `listItem`, `table`, `blockquote`, `footnote ID`, names of components. */
  inside: readonly string[];
  pieces: readonly Piece[];
  /** What is translated of it, with offsets in the file; nothing where it has no words, as the tag of a chart. */
  words: Words | undefined;
}

/** What a passage is made of, in order. The text of a link, or in a component, follows it as text of its own. */
export type Piece =
  | { kind: 'text' | 'code'; text: string; at: Position }
  | { kind: 'component'; name: string; attributes: ReadonlyMap<string, string>; at: Position }
  | { kind: 'link' | 'image'; address: string; text: string; at: Position }
  | { kind: 'footnote'; id: string; at: Position };

/** The parts of a syntax tree that matter here (mdast, mdast-util-mdx, mdast-util-gfm-footnote). */
type MarkdownNode = Parent & {
  name?: string | null;
  identifier?: string;
  url?: string;
  alt?: string | null;
  value?: string;
  attributes?: { name: string; value?: unknown }[];
};

const kinds: Readonly<Record<string, Block['kind']>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'cell',
  mdxJsxFlowElement: 'component',
  code: 'code',
};

/** Cuts a text into its passages. `place` and `offset` turn points of the tree into places of the file. */
export function blocksOf(
  tree: Node,
  body: string,
  { place, offset }: { place: (point: Point | undefined) => Position; offset: number },
): Block[] {
  const walk = (node: MarkdownNode, inside: readonly string[]): Block[] => {
    const kind = kinds[node.type];
    const own = kind ? [blockOf(node, kind, inside)] : [];
    // What stands within a passage is a part of it; only a component is a passage of its own and holds others.
    if (kind && kind !== 'component') return own;
    const around = [...inside, ...containerName(node)];
    return [...own, ...(node.children ?? []).flatMap((child) => walk(child as MarkdownNode, around))];
  };
  const blockOf = (node: MarkdownNode, kind: Block['kind'], inside: readonly string[]): Block => {
    const start = node.position?.start.offset ?? 0;
    const whole = body.slice(start, node.position?.end.offset ?? start);
    const first = node.children?.[0]?.position?.start.offset;
    const source =
      kind === 'component'
        ? whole.slice(0, first === undefined ? whole.length : first - start).trimEnd()
        : whole;
    const words = wordsOf(node, body);
    return {
      kind,
      at: place(node.position?.start),
      start: offset + start,
      end: offset + start + source.length,
      source,
      inside,
      pieces: kind === 'component' ? [pieceOf(node, place) ?? []].flat() : piecesOf(node, place),
      words: words && { ...words, start: offset + words.start, end: offset + words.end },
    };
  };
  return walk(tree as MarkdownNode, []);
}

function containerName({ type, name, identifier }: MarkdownNode): string[] {
  if (type === 'root' || type === 'tableRow') return [];
  if (type === 'footnoteDefinition') return [`footnote ${identifier}`];
  return [name ?? type];
}

function piecesOf(node: MarkdownNode, place: (point: Point | undefined) => Position): Piece[] {
  if (node.type === 'code')
    return [{ kind: 'code', text: node.value ?? '', at: place(node.position?.start) }];
  return node.children.flatMap((child) => {
    const own = child as MarkdownNode;
    const piece = pieceOf(own, place);
    return [...(piece ? [piece] : []), ...(own.children ? piecesOf(own, place) : [])];
  });
}

function pieceOf(node: MarkdownNode, place: (point: Point | undefined) => Position): Piece | undefined {
  const at = place(node.position?.start);
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value ?? '', at };
    case 'inlineCode':
      return { kind: 'code', text: node.value ?? '', at };
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return { kind: 'component', name: node.name ?? '', attributes: attributesOf(node), at };
    case 'link':
    case 'linkReference':
      return { kind: 'link', address: node.url ?? '', text: flat(node), at };
    case 'image':
    case 'imageReference':
      return { kind: 'image', address: node.url ?? '', text: node.alt ?? '', at };
    case 'footnoteReference':
      return { kind: 'footnote', id: node.identifier ?? '', at };
    default:
      return undefined;
  }
}

const attributesOf = ({ attributes = [] }: MarkdownNode): Map<string, string> =>
  new Map(
    attributes.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );

const flat = ({ value, alt, children = [] }: MarkdownNode): string =>
  value ?? alt ?? children.map((child) => flat(child as MarkdownNode)).join('');
