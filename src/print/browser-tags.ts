import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { nameOf as name } from './names.ts';

/** A piece of marked content, or an annotation, as the browser hung it into its structure tree. */
export interface Piece {
  /** The page that it is on. */
  page: PDFRef;
  /** The marked content: its number, in the page's own stream or in that of a form. */
  content: { number: number; form: PDFRef | undefined } | undefined;
  /** The annotation of a link. */
  annotation: PDFRef | undefined;
  /** The innermost picture and link around it, numbered in the order of the document. */
  picture: number | undefined;
  link: number | undefined;
  /** Whether it is the marker of a list item. */
  label: boolean;
}

const [S, K, PG, MCID, OBJ, STM, TREE] = ['S', 'K', 'Pg', 'MCID', 'Obj', 'Stm', 'StructTreeRoot'].map(
  (each) => name(each),
) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];

/** Takes the browser's structure tree out of a document, and gives what hung in it, in reading order. */
export function takeTags(pdf: PDFDocument): Piece[] {
  const { context, catalog } = pdf;
  const pieces: Piece[] = [];
  let pictures = 0;
  let links = 0;
  const visit = (
    object: PDFObject | undefined,
    page: PDFRef | undefined,
    around: Pick<Piece, 'picture' | 'link' | 'label'>,
  ): void => {
    const value = object instanceof PDFRef ? context.lookup(object) : object;
    if (value instanceof PDFArray) {
      for (const each of value.asArray()) visit(each, page, around);
    } else if (value instanceof PDFNumber) {
      if (page)
        pieces.push({
          page,
          content: { number: value.asNumber(), form: undefined },
          annotation: undefined,
          ...around,
        });
    } else if (value instanceof PDFDict) {
      const own = refIn(value, PG) ?? page;
      const number = value.get(MCID);
      const annotation = refIn(value, OBJ);
      if (number instanceof PDFNumber && own) {
        const form = refIn(value, STM);
        pieces.push({
          page: own,
          content: { number: number.asNumber(), form },
          annotation: undefined,
          ...around,
        });
      } else if (annotation) {
        if (own) pieces.push({ page: own, content: undefined, annotation, ...around });
      } else {
        const role = value.get(S);
        const inside = {
          picture: role === name('Figure') ? pictures++ : around.picture,
          link: role === name('Link') ? links++ : around.link,
          label: around.label || role === name('Lbl'),
        };
        visit(value.get(K), own, inside);
        if (object instanceof PDFRef) context.delete(object);
      }
    }
  };
  const root = catalog.lookup(TREE, PDFDict);
  visit(root.get(K), undefined, { picture: undefined, link: undefined, label: false });
  // Left in, they would weigh, and would tell two prints of one page apart: their numbers go on from page to page.
  const remove = (object: PDFObject | undefined): void => {
    if (object instanceof PDFArray) for (const each of object.asArray()) remove(each);
    if (!(object instanceof PDFRef)) return;
    const value = context.lookup(object);
    context.delete(object);
    if (value instanceof PDFDict) for (const key of ['Kids', 'Nums', 'Names']) remove(value.get(name(key)));
    else remove(value);
  };
  for (const key of ['ParentTree', 'IDTree']) remove(root.get(name(key)));
  const ref = refIn(catalog, TREE);
  if (ref) context.delete(ref);
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    dict.delete(name('StructParents'));
    dict.delete(name('StructParent'));
    // Bookmarks keep their places on pages; the elements that they name are gone.
    dict.delete(name('SE'));
  }
  return pieces;
}

const refIn = (dict: PDFDict, key: PDFName): PDFRef | undefined => {
  const value = dict.get(key);
  return value instanceof PDFRef ? value : undefined;
};
