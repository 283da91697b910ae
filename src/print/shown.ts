/**
 * What a page shows in print, in the order of the document: its texts, and the
 * elements around them. Drawn but hidden from assistive technology
 * (`aria-hidden`) and not drawn at all are both left out.
 */
export interface Shown {
  elements: readonly ShownElement[];
  texts: readonly ShownText[];
}

export interface ShownElement {
  /** Its tag, in lower case. */
  name: string;
  /** Index of the element around it, that is shown too; -1 for the root. */
  parent: number;
  /** The language of its text, a BCP 47 tag. */
  language: string;
  id: string;
  classes: readonly string[];
  /** The anchor in the same page that a link leads to. */
  anchor: string;
  /** What it is called, and what it shows: its label or `alt`, and the description of a chart. */
  label: string;
  /** A picture: `img`, or an SVG with that role. */
  picture: boolean;
  /** Whether it is laid out as a block. */
  block: boolean;
  /** Whether it is a header cell of a row or a column, and how many rows and columns the cell takes. */
  cell: { scope: 'Row' | 'Column'; rows: number; columns: number } | undefined;
}

export interface ShownText {
  text: string;
  /** Index of the element that it stands in. */
  parent: number;
}

/** Reads what the page shows. Runs in the browser, so that it must not use anything outside of itself. */
export function readShown(): Shown {
  const elements: ShownElement[] = [];
  const texts: ShownText[] = [];
  const nameOf = (element: Element): string =>
    element.getAttribute('aria-label') ??
    element.getAttribute('alt') ??
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .join(' ');
  const visit = (element: Element, parent: number, around: string, inDrawing: boolean): void => {
    if (element.getAttribute('aria-hidden') === 'true' || !element.checkVisibility()) return;
    const name = element.localName;
    const drawing = inDrawing || name === 'svg';
    const language = element.getAttribute('lang') || around;
    // Words for screen readers alone are not drawn.
    if (element.classList.contains('unseen')) return;
    const index = elements.length;
    const cell = name === 'td' || name === 'th' ? (element as HTMLTableCellElement) : undefined;
    elements.push({
      name,
      parent,
      language,
      id: element.id,
      classes: [...element.classList],
      anchor: element.getAttribute('href')?.match(/^#(.*)/)?.[1] ?? '',
      label: [
        nameOf(element),
        // What is said of a chart stands unseen in the caption around it.
        name === 'svg'
          ? (element.closest('figure')?.querySelector('figcaption .unseen')?.textContent ?? '')
          : '',
      ]
        .filter((part) => part !== '')
        .join('. '),
      picture: name === 'img' || element.getAttribute('role') === 'img',
      block: !drawing && !getComputedStyle(element).display.startsWith('inline'),
      cell: cell && {
        scope: cell.getAttribute('scope') === 'row' ? 'Row' : 'Column',
        rows: cell.rowSpan,
        columns: cell.colSpan,
      },
    });
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const text = child.nodeValue ?? '';
        if (/\S/.test(text)) texts.push({ text, parent: index });
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = child as Element;
        // Marks of a chart are many, and hold no text.
        if (drawing && !['g', 'svg', 'text', 'tspan', 'a'].includes(inner.localName)) continue;
        visit(inner, index, language, drawing);
      }
    }
  };
  visit(document.body, -1, document.documentElement.lang, false);
  return { elements, texts };
}
