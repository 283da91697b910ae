import { Parser } from 'htmlparser2';

/** An element as selectors see it. */
export interface Element {
  tag: string;
  classes: readonly string[];
}

/** A piece of text with the elements around it, outermost first. */
export interface TextRun {
  text: string;
  within: readonly Element[];
}

export interface PageContents {
  /** Addresses of style sheets and scripts, as the page writes them. */
  styleSheets: string[];
  scripts: string[];
  /** The text that is shown. */
  runs: TextRun[];
}

const unseen = new Set(['head', 'script', 'style', 'template']);

/** Reads what a page shows and which files it asks for at once. */
export function readPage(html: string): PageContents {
  const page: PageContents = { styleSheets: [], scripts: [], runs: [] };
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(tag, { rel, href, src, class: classes = '' }) {
      open.push({ tag, classes: classes.split(/\s+/) });
      if (tag === 'link' && rel === 'stylesheet' && href) page.styleSheets.push(href);
      if (tag === 'script' && src) page.scripts.push(src);
    },
    ontext(text) {
      if (text.trim() === '' || open.some(({ tag }) => unseen.has(tag))) return;
      page.runs.push({ text, within: [...open] });
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return page;
}
