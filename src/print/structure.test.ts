import { PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Piece } from './browser-tags.ts';
import type { Shown, ShownElement, ShownText } from './shown.ts';
import { makeStructure, type StructureElement } from './structure.ts';

/** A page from lines such as `  p lang=lo "text"`: an indented element a line, with the texts that stand in it. */
function page(lines: string): Shown {
  const elements: ShownElement[] = [];
  const texts: ShownText[] = [];
  const open: { depth: number; index: number; language: string }[] = [];
  for (const line of lines.split('\n').filter((each) => each.trim() !== '')) {
    const depth = line.length - line.trimStart().length;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const around = open.at(-1);
    const [, text] = /^\s*"(.*)"$/.exec(line) ?? [];
    if (text !== undefined) {
      texts.push({ text, parent: around?.index ?? -1 });
      continue;
    }
    const [name = '', ...attributes] = line.trim().split(' ');
    const value = (key: string) =>
      attributes.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
    const language = value('lang') ?? around?.language ?? 'en';
    const cell = name === 'td' || name === 'th';
    elements.push({
      name,
      parent: around?.index ?? -1,
      language,
      id: value('id') ?? '',
      anchor: '',
      classes: value('class')?.split(',') ?? [],
      label: value('label')?.replaceAll('_', ' ') ?? '',
      picture: name === 'svg' || name === 'img',
      block: !['a', 'span', 'sup', 'strong', 'svg', 'text'].includes(name),
      cell: cell ? { scope: 'Column', rows: 1, columns: 1 } : undefined,
    });
    open.push({ depth, index: elements.length - 1, language });
  }
  return { elements, texts };
}

const sheets = [PDFRef.of(1), PDFRef.of(2), PDFRef.of(3)] as const;

/** Pieces as the browser hangs them into its tree: a text; `•` for a marker, `[3]` for a picture's drawing, `@1` for a link's annotation, `…` at the end for the next page. */
function pieces(...contents: string[]): { taken: Piece[]; textOf: (piece: Piece) => string } {
  const taken = contents.map((content, number): Piece => {
    const page = sheets[/…*$/.exec(content)?.[0].length ?? 0] ?? sheets[0];
    const [, picture] = /^\[(\d+)\]/.exec(content) ?? [];
    const [, link] = /^@(\d+)/.exec(content) ?? [];
    const inLink = /^(\d+)>/.exec(content)?.[1];
    return {
      page,
      content: link === undefined ? { number, form: undefined } : undefined,
      annotation: link === undefined ? undefined : PDFRef.of(100 + number),
      picture: picture === undefined ? undefined : Number(picture),
      link: link !== undefined ? Number(link) : inLink !== undefined ? Number(inLink) : undefined,
      label: content === '•',
    };
  });
  return {
    taken,
    textOf: (piece) =>
      (contents[piece.content?.number ?? -1] ?? '').replace(/^\[\d+\]|^\d+>/, '').replace(/▭|…/g, ''),
  };
}

function drawn(shown: Shown, ...contents: string[]): string[] {
  const { taken, textOf } = pieces(...contents);
  const { root, artifacts } = makeStructure(shown, taken, { textOf, language: 'en' });
  const lines: string[] = [];
  const draw = (element: StructureElement, depth: number): void => {
    const { role, language, alternative, id } = element;
    const facts = [language, alternative && `“${alternative}”`, id].filter(Boolean).join(' ');
    lines.push(`${' '.repeat(depth)}${role}${facts ? ` ${facts}` : ''}`);
    for (const kid of element.kids)
      if ('role' in kid) draw(kid, depth + 1);
      else lines.push(`${' '.repeat(depth + 1)}${kid.annotation ? '@' : `“${textOf(kid)}”`}`);
  };
  draw(root, 0);
  return [...lines, `artifacts: ${artifacts.length}`];
}

test('headings, paragraphs, lists with markers, and passages in other languages', () => {
  const shown = page(`
article
 h1
  "Title"
 p
  "See "
  a
   "the data"
  " of "
  span lang=lo
   "ລາວ"
 ul
  li
   "one"
  li
   "two"
 div
  "Loose text"`);
  expect(
    drawn(shown, '▭', 'Title', 'See', '0>the data', '@0', 'of', 'ລາວ', '•', 'one', '•', 'two', 'Loose text'),
  ).toEqual([
    'Document',
    ' Art',
    '  H1',
    '   “Title”',
    '  P',
    '   “See”',
    '   Link',
    '    “the data”',
    '    @',
    '   “of”',
    '   Span lo',
    '    “ລາວ”',
    '  L',
    '   LI',
    '    Lbl',
    '     “•”',
    '    LBody',
    '     “one”',
    '   LI',
    '    Lbl',
    '     “•”',
    '    LBody',
    '     “two”',
    '  P',
    '   “Loose text”',
    'artifacts: 1',
  ]);
});

test('a picture has its words, and takes what is drawn in it; its title is a caption', () => {
  const shown = page(`
figure
 figcaption
  p
   "Figure 1."
 svg label=Shares_fell
  text
   "12%"
 p
  "Source"`);
  expect(drawn(shown, 'Figure 1.', '[1]▭', '[1]12%', 'Source')).toEqual([
    'Document',
    ' Sect',
    '  Caption',
    '   P',
    '    “Figure 1.”',
    '  Figure “Shares fell”',
    '   “”',
    '   “12%”',
    '  P',
    '   “Source”',
    'artifacts: 0',
  ]);
});

test('tables keep their empty cells, and a head that is repeated on the next page is not said again', () => {
  const shown = page(`
table
 thead
  tr
   th
    "Year"
   th
 tbody
  tr
   td
    "2020"
   td
    "1"
  tr
   td
    "2021"
   td
    "2"`);
  expect(drawn(shown, 'Year', 'Year…', 'Year……', '2020', '1', '2021…', '2…')).toEqual([
    'Document',
    ' Table',
    '  THead',
    '   TR',
    '    TH',
    '     “Year”',
    '    TH',
    '  TBody',
    '   TR',
    '    TD',
    '     “2020”',
    '    TD',
    '     “1”',
    '   TR',
    '    TD',
    '     “2021”',
    '    TD',
    '     “2”',
    'artifacts: 2',
  ]);
});

test('footnotes are notes with an identifier, and what leads to them is a reference', () => {
  const shown = page(`
p
 "Text"
 sup
  a
   "1"
section class=footnotes
 ol
  li
   p
    "The note."`);
  expect(drawn(shown, 'Text', '0>1', '@0', '•', 'The note.')).toEqual([
    'Document',
    ' P',
    '  “Text”',
    '  Reference',
    '   Link',
    '    “1”',
    '    @',
    ' Sect',
    '  L',
    '   LI',
    '    Lbl',
    '     “•”',
    '    LBody',
    '     Note note-1',
    '      P',
    '       “The note.”',
    'artifacts: 0',
  ]);
});
