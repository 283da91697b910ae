/** Spaces come and go where lines break, and what has no width leaves no trace in a document. */
export const squash = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');

/**
 * Finds for each piece of a printed document the text of the page that it shows.
 * Both come in the order of the document; a text may come in several pieces
 * (lines, pages), and pieces that no text of the page has (list markers that
 * were taken for text, words that a style sheet adds) get nothing.
 */
export function align(pieces: readonly string[], texts: readonly string[]): (number | undefined)[] {
  const squashed = texts.map(squash);
  const whole = squashed.join('');
  const starts: number[] = [];
  let length = 0;
  for (const text of squashed) {
    starts.push(length);
    length += text.length;
  }
  let text = 0;
  let at = 0;
  const wanted = pieces.map(squash);
  return wanted.map((piece, n) => {
    if (piece === '') return undefined;
    const found = whole.startsWith(piece, at) ? at : whole.indexOf(piece, at);
    if (found < 0) return undefined;
    // A piece further on counts only if none of the next ones stands here: else it was added by the style sheet.
    if (found > at && comingAfter(wanted, n).some((each) => whole.startsWith(each, at))) return undefined;
    at = found + piece.length;
    while ((starts[text + 1] ?? length) <= found && text + 1 < texts.length) text += 1;
    return text;
  });
}

/** The next few pieces that differ from one. */
function comingAfter(pieces: readonly string[], index: number): string[] {
  const coming: string[] = [];
  for (let n = index + 1; n < pieces.length && coming.length < 7; n += 1) {
    const piece = pieces[n];
    if (piece && piece !== pieces[index]) coming.push(piece);
  }
  return coming;
}
