import { expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.ts';
import { anchorsOf, readDocument } from './document.ts';
import { splitFrontMatter } from './front-matter.ts';

/** Reads a body that starts on line 5, and gives what was found as text. */
function read(body: string) {
  const found: Diagnostic[] = [];
  const document = readDocument({ path: 'en.mdx', text: '' }, { body, bodyLine: 5, language: 'en' }, (each) =>
    found.push(each),
  );
  return {
    document,
    found: found.map(({ line, column, message, hint }) => `${line}:${column} ${message} ${hint}`),
  };
}

test('knows headings, components with their attributes, and the number of words', () => {
  const { document, found } = read(
    '## Who *pays*?\n\nThe share is <Stat data="x" place="LAO" />.\n\n<Chart id="a" />\n',
  );
  expect(found).toEqual([]);
  expect(document?.headings).toEqual([{ depth: 2, text: 'Who pays?', at: { line: 5, column: 1 } }]);
  expect(
    document?.uses.map(({ name, attributes, at }) => [name, Object.fromEntries(attributes), at]),
  ).toEqual([
    ['Stat', { data: 'x', place: 'LAO' }, { line: 7, column: 14 }],
    ['Chart', { id: 'a' }, { line: 9, column: 1 }],
  ]);
  expect(document?.words).toBe(5);
});

test.each([
  ['a {/* note */} b', []],
  [
    '{1 + 1}',
    [
      '5:1 Text between { and } would be computed, and a brief computes nothing. Write the text itself, a <Stat> for a number from the data, or \\{ for a brace.',
    ],
  ],
  [
    'export const a = 1',
    [
      '5:1 import and export are not part of a brief. Take the line out. The components of briefs are there without being imported.',
    ],
  ],
  [
    '<b onclick="x">a</b>',
    [
      '5:1 HTML such as <b> is not part of a brief. Write Markdown, such as **bold**, or one of the components.',
    ],
  ],
  ['<Chart id={1} />', ['5:8 “id” of <Chart> is not plain text. Write id="…", with straight double quotes.']],
  [
    '<Chart {...x} />',
    [
      '5:8 <Chart> has attributes in { }, which would be computed. Write each attribute as name="value".',
      '5:1 <Chart> needs “id”. Write <Chart id="…" />.',
    ],
  ],
  [
    '<Callout kind="tip">\n\na\n\n</Callout>',
    ['5:10 “kind” of <Callout> cannot be “tip”. Values: note, caution, definition.'],
  ],
  [
    'a <Chart id="a" /> b',
    [
      '5:3 <Chart> stands inside a line of text. Give it lines of its own, with an empty line before and after.',
    ],
  ],
  [
    '<KeyMessages>\n\ntext\n\n</KeyMessages>',
    [
      '5:1 <KeyMessages> holds something else than a list. Write one list, with an empty line before and after it.',
    ],
  ],
  [
    'a <Stat data="x">b</Stat>',
    ['5:3 <Stat> holds text, which would not be shown. Write <Stat … /> and move the text out.'],
  ],
  [
    'text\n\n<Callout>\n\nmore',
    [
      '7:1 <Callout> is opened here and never closed. Write </Callout> after its text, or <Callout … /> where it holds none.',
    ],
  ],
  [
    'a </Callout>',
    ['5:4 A closing tag has no opening one. Take it out, or write the opening tag before it.'],
  ],
  [
    'a<br>b',
    [
      '5:2 HTML such as <br> is not part of a brief. Write Markdown, such as **bold**, or one of the components.',
    ],
  ],
  [
    '<Callout>\n\na</Callout>',
    [
      '7:2 </Callout> does not stand where its opening tag stands: within a line, or on a line of its own. Give both tags lines of their own, with an empty line before and after.',
    ],
  ],
  ['a <!-- b -->', ['5:4 <!-- does not begin a comment here. Write {/* the comment */}.']],
  [
    'fewer than <4',
    [
      '5:13 The sign < is read as the beginning of a tag here. For “less than” write \\<; for an address write [words](https://…).',
    ],
  ],
  [
    '<https://example.org>',
    [
      '5:8 The sign < is read as the beginning of a tag here. For “less than” write \\<; for an address write [words](https://…).',
    ],
  ],
  [
    '<Chart id=“a” />',
    ['5:11 An attribute stands in quotation marks that are not straight. Write it as name="value".'],
  ],
  ['<Chart id="a', ['5:13 A tag is not complete. Close the tag or the quotation mark, here or just before.']],
  ['a {b', ['5:5 A brace { is opened here and never closed. Write \\{ for a brace in the text.']],
])('reads %j', (body, expected) => {
  expect(read(body).found).toEqual(expected);
});

test('anchors are each once, and never empty', () => {
  const at = { line: 1, column: 1 };
  expect(anchorsOf(['Who pays?', 'Who pays?', '!'].map((text) => ({ depth: 2, text, at })))).toEqual([
    'who-pays',
    'who-pays-1',
    'section-3',
  ]);
});

test('front matter is cut off, with the line that the text begins on', () => {
  expect(splitFrontMatter('---\ntitle: A\n---\n\nText\n')).toEqual({
    matter: 'title: A',
    body: '\nText\n',
    bodyLine: 4,
  });
  expect(splitFrontMatter('Text\n')).toBeUndefined();
});
