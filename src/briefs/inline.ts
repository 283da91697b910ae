import type { Node, Parent } from 'unist';
import { components } from './components.ts';

/** What stands within a passage besides plain text. */
export type MarkKind =
  | 'component'
  | 'link'
  | 'image'
  | 'footnote'
  | 'code'
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'break'
  | 'comment';

/** A part of a passage's words: plain text without escapes, or a mark as it is written, around words or alone. */
export type Inline =
  | { kind: 'text'; text: string }
  | {
      kind: MarkKind;
      /** The name of a component; empty for other marks. */
      name: string;
      attributes: ReadonlyMap<string, string>;
      /** What is written before the words inside, or the whole of a mark that stands alone. */
      open: string;
      close: string;
      inside: readonly Inline[] | undefined;
    };

/** The words of a passage: where they stand in the body, in UTF-16 units, and what they are made of. */
export interface Words {
  start: number;
  end: number;
  inlines: readonly Inline[];
}

type InlineNode = Parent & {
  name?: string | null;
  value?: string;
  alt?: string | null;
  attributes?: { name: string; value?: unknown; position?: Node['position'] }[];
};

const marks: Readonly<Record<string, MarkKind>> = {
  mdxJsxTextElement: 'component',
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  footnoteReference: 'footnote',
  inlineCode: 'code',
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  break: 'break',
  mdxTextExpression: 'comment',
};

/** The words of a heading, a paragraph or a cell; of a component, those of its title or caption. None where there are none. */
export function wordsOf(node: Node, body: string): Words | undefined {
  const { type, children = [], attributes = [], name } = node as InlineNode;
  if (type === 'mdxJsxFlowElement') {
    const rules = components[name as keyof typeof components]?.attributes as
      | Record<string, { words?: true }>
      | undefined;
    const own = attributes.find((each) => rules?.[each.name]?.words && typeof each.value === 'string');
    if (!own?.position) return undefined;
    // The value stands between the quotation marks: title="…".
    const [start, end] = [startOf(own) + own.name.length + '="'.length, endOf(own) - 1];
    return { start, end, inlines: [{ kind: 'text', text: String(own.value) }] };
  }
  const [first, last] = [children[0], children.at(-1)];
  if (type === 'code' || !first || !last) return undefined;
  return { start: startOf(first), end: endOf(last), inlines: inlinesOf(children, body) };
}

function inlinesOf(nodes: readonly Node[], body: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const { type, value = '', alt, name, attributes = [], children = [] } = node as InlineNode;
    const kind = marks[type];
    if (!kind) return [{ kind: 'text', text: value }];
    const whole = body.slice(startOf(node), endOf(node));
    const mark = {
      kind,
      name: kind === 'component' ? (name ?? '') : '',
      attributes: new Map(attributes.map((each) => [each.name, String(each.value ?? '')])),
    };
    const [first, last] = [children[0], children.at(-1)];
    if (kind === 'image' && alt) {
      const close = whole.slice(whole.lastIndexOf(whole.endsWith(']') ? '][' : ']('));
      return [{ ...mark, open: '![', close, inside: [{ kind: 'text', text: alt }] }];
    }
    // An address that is written as such is a link without words of its own.
    const bare = kind === 'link' && !whole.startsWith('[');
    if (!first || !last || bare) return [{ ...mark, open: whole, close: '', inside: undefined }];
    return [
      {
        ...mark,
        open: body.slice(startOf(node), startOf(first)),
        close: body.slice(endOf(last), endOf(node)),
        inside: inlinesOf(children, body),
      },
    ];
  });
}

const startOf = ({ position }: Pick<Node, 'position'>): number => position?.start.offset ?? 0;
const endOf = ({ position }: Pick<Node, 'position'>): number => position?.end.offset ?? 0;
