import { excerpt, marked, type Piece } from '../excerpt.ts';
import type { ShownSection } from '../format.ts';
import type { Query } from '../query.ts';

/** A result as an entry of the list: its kind, its title, the heading of the section, and an excerpt, with what was asked marked. */
export function showResult(
  [title, path, anchor, heading, text, textLanguage]: ShownSection,
  query: Query,
  { home, kind, language, own }: { home: string; kind: string; language: string; own: string },
): HTMLLIElement {
  const entry = document.createElement('li');
  const spoken = textLanguage ?? language;
  const kicker = document.createElement('p');
  kicker.className = 'kicker';
  kicker.textContent = kind;
  const link = document.createElement('a');
  link.href = `${home}${path}${anchor === '' ? '' : `#${anchor}`}`;
  link.append(...nodesOf(marked(title, query)));
  if (heading !== '') {
    const section = document.createElement('span');
    section.append(...nodesOf(marked(heading, query)));
    link.append(' ', section);
  }
  const passage = document.createElement('p');
  passage.append(...nodesOf(excerpt(text, query)));
  if (spoken !== own)
    for (const element of [link, passage]) {
      element.lang = spoken;
      element.dir = 'auto';
    }
  entry.append(kicker, link, passage);
  return entry;
}

const nodesOf = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map((piece) => {
    if (!piece.marked) return piece.text;
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    return mark;
  });
