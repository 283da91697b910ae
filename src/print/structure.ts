import { align, squash } from './align.ts';
import type { Piece } from './browser-tags.ts';
import type { Shown, ShownElement } from './shown.ts';

/**
 * An element of a document's logical structure, with the standard structure
 * types of PDF 1.7 (ISO 32000-1, 14.8.4).
 */
export interface StructureElement {
  role: string;
  /** The language of what is in it, where it differs from what is around. */
  language?: string;
  /** What a picture shows, in words. */
  alternative?: string;
  /** An identifier, which notes must have. */
  id?: string;
  numbering?: 'Disc' | 'Decimal' | 'None';
  cell?: NonNullable<ShownElement['cell']>;
  kids: (StructureElement | Piece)[];
}

/** A structure, and the places in it that the rest of printing asks for. */
export interface Structure {
  root: StructureElement;
  /** The pieces that show each text of the page, by its index. */
  pieces: ReadonlyMap<number, readonly Piece[]>;
  /** Pieces that say nothing to a reader of the structure: backgrounds, rules, repeated heads of tables. */
  artifacts: readonly Piece[];
}

const roles: Readonly<Record<string, string>> = {
  article: 'Art',
  section: 'Sect',
  figure: 'Sect',
  figcaption: 'Caption',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  ul: 'L',
  ol: 'L',
  dl: 'L',
  dt: 'Lbl',
  dd: 'LBody',
  blockquote: 'BlockQuote',
  table: 'Table',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  a: 'Link',
};

/**
 * Makes the structure of a printed page from the page's own elements. `textOf`
 * gives the text of a piece; `language` is that of the document.
 */
export function makeStructure(
  { elements, texts }: Shown,
  taken: readonly Piece[],
  { textOf, language }: { textOf: (piece: Piece) => string; language: string },
): Structure {
  const root: StructureElement = { role: 'Document', kids: [] };
  const made = new Map<number, StructureElement>();
  const items = new Map<number, StructureElement>();
  let notes = 0;

  const parentOf = (index: number) => elements[index]?.parent ?? -1;
  const closest = (index: number, holds: (element: ShownElement) => boolean): number => {
    let at = index;
    while (at >= 0 && !holds(elements[at] as ShownElement)) at = parentOf(at);
    return at;
  };
  const within = (index: number, holds: (element: ShownElement) => boolean): boolean =>
    closest(index, holds) >= 0;
  const languageAround = (index: number): string => elements[parentOf(index)]?.language ?? language;

  const add = (parent: StructureElement, element: Omit<StructureElement, 'kids'>): StructureElement => {
    const child = { ...element, kids: [] };
    parent.kids.push(child);
    return child;
  };

  /** The element of the structure that takes what stands directly in an element of the page. */
  const elementFor = (index: number): StructureElement => {
    if (index < 0) return root;
    const known = made.get(index);
    if (known) return known;
    const element = elements[index] as ShownElement;
    const parent = inline(element) ? homeOf(element.parent) : elementFor(element.parent);
    const own = made.get(index) ?? make(index, element, parent);
    made.set(index, own);
    if (element.name === 'table') for (const cell of cellsOf(index)) elementFor(cell);
    return own;
  };

  const inline = ({ name, language: own, block, parent }: ShownElement): boolean =>
    name === 'a' || (!block && !roles[name] && own !== (elements[parent]?.language ?? language));

  const make = (index: number, element: ShownElement, parent: StructureElement): StructureElement => {
    const foreign = element.language !== languageAround(index) ? { language: element.language } : {};
    const { name } = element;
    if (element.picture) return add(parent, { role: 'Figure', alternative: element.label, ...foreign });
    const inContents = within(index, ({ classes }) => classes.includes('contents'));
    if (name === 'nav')
      return inContents
        ? add(parent, { role: 'TOC', ...foreign })
        : add(parent, { role: 'Sect', ...foreign });
    if (inContents && (name === 'ol' || name === 'ul')) return parent;
    if (inContents && name === 'li') return add(parent, { role: 'TOCI', ...foreign });
    if (name === 'li' || (name === 'div' && elements[element.parent]?.name === 'dl')) {
      const item = add(parent, { role: 'LI', ...foreign });
      if (name === 'div') return item;
      items.set(index, item);
      const body = add(item, { role: 'LBody' });
      if (!within(index, ({ classes }) => classes.includes('footnotes'))) return body;
      notes += 1;
      return add(body, { role: 'Note', id: `note-${notes}` });
    }
    if (name === 'a') {
      const around = elements[element.parent];
      const reference = inContents || around?.name === 'sup' || element.classes.includes('cite');
      return add(reference ? add(parent, { role: 'Reference' }) : parent, { role: 'Link', ...foreign });
    }
    const role = roles[name];
    if (role === 'L')
      return add(parent, {
        role,
        numbering: name === 'ol' ? 'Decimal' : name === 'ul' ? 'Disc' : 'None',
        ...foreign,
      });
    if (element.cell) return add(parent, { role: role ?? 'TD', cell: element.cell, ...foreign });
    if (role) return add(parent, { role, ...foreign });
    if (foreign.language === undefined) return parent;
    return add(parent, { role: element.block ? 'Div' : 'Span', ...foreign });
  };

  /** Rows and cells of a table: empty ones count too. */
  const cellsOf = (table: number): number[] =>
    elements.flatMap(({ name, parent }, index) =>
      index > table &&
      (name === 'tr' || name === 'td' || name === 'th') &&
      closest(parent, (each) => each.name === 'table') === table
        ? [index]
        : [],
    );

  /** Text that stands in a block without a meaning of its own is a paragraph. */
  const paragraphs = new Map<number, StructureElement>();
  const homeOf = (index: number): StructureElement => {
    const home = elementFor(index);
    if (!['Document', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption'].includes(home.role)) return home;
    const block = closest(index, (each) => each.block);
    const known = paragraphs.get(block);
    if (known && home.kids.at(-1) === known) return known;
    const paragraph = add(home, { role: 'P' });
    paragraphs.set(block, paragraph);
    return paragraph;
  };

  const figures = elements.flatMap((element, index) =>
    element.picture || element.name === 'figure' ? [index] : [],
  );
  /** The head of a table is drawn again on each page; it is said once. */
  const isRepeated = (n: number): boolean =>
    taken[n]?.page !== taken[n - 1]?.page && squash(content[n] ?? '') === squash(content[n - 1] ?? '');
  const content = taken.map((piece) => (piece.content && !piece.label ? textOf(piece) : ''));
  const found = align(
    content,
    texts.map(({ text }) => text),
  );
  const pieces = new Map<number, Piece[]>();
  const artifacts: Piece[] = [];
  const annotations: Piece[] = [];
  const linkElements = new Map<number, StructureElement>();
  let labels: Piece[] = [];
  let last: StructureElement | undefined;
  for (const [n, piece] of taken.entries()) {
    const figure = piece.picture === undefined ? undefined : figures[piece.picture];
    const text = found[n];
    if (piece.annotation) annotations.push(piece);
    else if (figure !== undefined && elements[figure]?.picture) {
      elementFor(figure).kids.push(piece);
      if (text !== undefined) pieces.set(text, [...(pieces.get(text) ?? []), piece]);
    } else if (piece.label) labels.push(piece);
    else if (text !== undefined) {
      const parent = texts[text]?.parent ?? -1;
      const home = homeOf(parent);
      const item = items.get(closest(parent, ({ name }) => name === 'li'));
      if (item && labels.length > 0) item.kids.unshift({ role: 'Lbl', kids: labels });
      else artifacts.push(...labels);
      labels = [];
      home.kids.push(piece);
      pieces.set(text, [...(pieces.get(text) ?? []), piece]);
      const link = closest(parent, ({ name }) => name === 'a');
      if (piece.link !== undefined && link >= 0) linkElements.set(piece.link, elementFor(link));
      last = home;
    } else if (content[n] === '' || !last || isRepeated(n)) artifacts.push(piece);
    else last.kids.push(piece);
  }
  artifacts.push(...labels);
  for (const piece of annotations) {
    const link = linkElements.get(piece.link ?? -1) ?? add(add(root, { role: 'P' }), { role: 'Link' });
    link.kids.push(piece);
  }
  return { root, pieces, artifacts };
}
