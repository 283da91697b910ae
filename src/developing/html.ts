/** A piece of HTML, which is filled in as it is; all else is text. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Filled = string | number | Html | readonly Html[];

/** HTML in which every text that is filled in is escaped. */
export const html = (parts: TemplateStringsArray, ...filled: readonly Filled[]): Html =>
  new Html(parts.map((part, n) => part + written(filled[n] ?? '')).join(''));

function written(filled: Filled): string {
  if (filled instanceof Html) return filled.text;
  if (typeof filled === 'object') return filled.map(written).join('');
  return String(filled)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
