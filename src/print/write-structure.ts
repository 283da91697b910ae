import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Piece } from './browser-tags.ts';
import type { Box } from './geometry.ts';
import { nameOf } from './names.ts';
import type { StructureElement } from './structure.ts';

/**
 * Writes a structure into a document as its structure tree (ISO 32000-1,
 * 14.7), with the parent tree that leads from the content back to it. `boxOf`
 * gives the place of a picture on its page; `words` the text of a link.
 */
export function writeStructure(
  pdf: PDFDocument,
  root: StructureElement,
  {
    boxOf,
    textOf,
  }: { boxOf: (pieces: readonly Piece[]) => Box | undefined; textOf: (piece: Piece) => string },
): void {
  const { context, catalog } = pdf;
  const treeRef = context.nextRef();
  const ids: [string, PDFRef][] = [];
  /** For each stream or annotation: the elements of its pieces, by their numbers. */
  const parents = new Map<PDFRef, Map<number, PDFRef> | PDFRef>();

  const write = (element: StructureElement, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const pieces = element.kids.filter((kid): kid is Piece => !('role' in kid));
    const page = pieces[0]?.page;
    const kids = element.kids.map((kid) => ('role' in kid ? write(kid, ref) : kidOf(kid, ref, page)));
    const dict = context.obj({ S: element.role, P: parent });
    if (page) dict.set(nameOf('Pg'), page);
    if (kids.length > 0)
      dict.set(nameOf('K'), kids.length === 1 ? (kids[0] as PDFObject) : context.obj(kids));
    if (element.language) dict.set(nameOf('Lang'), PDFString.of(element.language));
    if (element.alternative) dict.set(nameOf('Alt'), PDFHexString.fromText(element.alternative));
    if (element.id) {
      dict.set(nameOf('ID'), PDFString.of(element.id));
      ids.push([element.id, ref]);
    }
    const attributes = attributesOf(element, pieces);
    if (attributes) dict.set(nameOf('A'), attributes);
    if (element.role === 'Link') nameLinks(element, pieces);
    context.assign(ref, dict);
    return ref;
  };

  const kidOf = (piece: Piece, element: PDFRef, page: PDFRef | undefined): PDFObject => {
    if (piece.annotation) {
      parents.set(piece.annotation, element);
      return context.obj({ Type: 'OBJR', Obj: piece.annotation, Pg: piece.page });
    }
    const { number, form } = piece.content as NonNullable<Piece['content']>;
    const stream = form ?? piece.page;
    const own = (parents.get(stream) as Map<number, PDFRef> | undefined) ?? new Map<number, PDFRef>();
    parents.set(stream, own.set(number, element));
    if (!form && piece.page === page) return PDFNumber.of(number);
    return context.obj({ Type: 'MCR', Pg: piece.page, MCID: number, ...(form ? { Stm: form } : {}) });
  };

  const attributesOf = (
    { role, numbering, cell }: StructureElement,
    pieces: readonly Piece[],
  ): PDFDict | undefined => {
    if (numbering && numbering !== 'None') return context.obj({ O: 'List', ListNumbering: numbering });
    if (cell) {
      const spans = {
        ...(cell.rows > 1 ? { RowSpan: cell.rows } : {}),
        ...(cell.columns > 1 ? { ColSpan: cell.columns } : {}),
      };
      if (role === 'TH') return context.obj({ O: 'Table', Scope: cell.scope, ...spans });
      return Object.keys(spans).length > 0 ? context.obj({ O: 'Table', ...spans }) : undefined;
    }
    const box = role === 'Figure' ? boxOf(pieces) : undefined;
    return box && context.obj({ O: 'Layout', Placement: 'Block', BBox: [...box] });
  };

  /** A link says in words where it leads, for readers that do not see the text around (ISO 14289-1, 7.18.5). */
  const nameLinks = (element: StructureElement, pieces: readonly Piece[]): void => {
    const text = wordsOf(element, textOf);
    for (const { annotation } of pieces) {
      const dict = annotation && context.lookup(annotation, PDFDict);
      if (!dict) continue;
      dict.set(nameOf('Contents'), PDFHexString.fromText(text));
    }
  };

  const document = write(root, treeRef);
  const numbers: PDFObject[] = [];
  let next = 0;
  for (const [ref, own] of parents) {
    const object = context.lookup(ref);
    const dict = object instanceof PDFDict ? object : (object as unknown as { dict: PDFDict }).dict;
    const key = PDFNumber.of(next++);
    numbers.push(key);
    if (own instanceof Map) {
      dict.set(nameOf('StructParents'), key);
      const length = Math.max(...own.keys()) + 1;
      const list = PDFArray.withContext(context);
      for (let number = 0; number < length; number += 1) list.push(own.get(number) ?? context.obj(null));
      numbers.push(context.register(list));
    } else {
      dict.set(nameOf('StructParent'), key);
      numbers.push(own);
    }
  }
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: document,
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: next,
      ...(ids.length > 0 ? { IDTree: context.register(idTree(pdf, ids)) } : {}),
    }),
  );
  catalog.set(nameOf('StructTreeRoot'), treeRef);
}

/** A name tree of one node, sorted as its readers expect. */
function idTree({ context }: PDFDocument, ids: readonly [string, PDFRef][]): PDFDict {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  return context.obj({
    Limits: [PDFString.of(sorted[0]?.[0] ?? ''), PDFString.of(sorted.at(-1)?.[0] ?? '')],
    Names: sorted.flatMap(([id, ref]) => [PDFString.of(id), ref]),
  });
}

const wordsOf = (element: StructureElement, textOf: (piece: Piece) => string): string =>
  element.kids
    .map((kid) =>
      'role' in kid ? (kid.alternative ?? wordsOf(kid, textOf)) : kid.content ? textOf(kid) : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
