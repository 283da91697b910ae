import { expect, test } from 'vitest';
import { readDocument } from './document.ts';

const head = '---\ntitle: A\n---\n';
const body = `## Who pays

Households paid <Stat data="share" place="LAO" year="2022" />, and
<Term id="oop">out of *pocket*</Term>.[^1] See [the law](https://example.org/law).

<Callout kind="note" title="Care">

- One \`code\`

| Year | Share |
| --- | --- |
| 2021 | 1,6 |

</Callout>

<Chart id="payers" />

[^1]: A note.
`;

const file = { path: 'content/briefs/a/en.mdx', text: head + body };
const document = readDocument(file, { body, bodyLine: 4, language: 'en' }, () => {});
const blocks = document?.blocks ?? [];

test('cuts a text into what is translated as one, in order, each with its place and what it stands in', () => {
  expect(blocks.map(({ kind, source, inside, at }) => [kind, source, inside.join(' '), at.line])).toEqual([
    ['heading', '## Who pays', '', 4],
    ['paragraph', expect.stringMatching(/^Households[\s\S]*law\)\.$/), '', 6],
    ['component', '<Callout kind="note" title="Care">', '', 9],
    ['paragraph', 'One `code`', 'Callout list listItem', 11],
    ['cell', expect.stringContaining('Year'), 'Callout table', 13],
    ['cell', expect.stringContaining('Share'), 'Callout table', 13],
    ['cell', expect.stringContaining('2021'), 'Callout table', 15],
    ['cell', expect.stringContaining('1,6'), 'Callout table', 15],
    ['component', '<Chart id="payers" />', '', 19],
    ['paragraph', 'A note.', 'footnote 1', 21],
  ]);
  for (const { start, end, source } of blocks) expect(file.text.slice(start, end)).toBe(source);
});

test('says what a passage is made of', () => {
  expect(blocks[1]?.pieces.map((piece) => ({ ...piece, at: `${piece.at.line}:${piece.at.column}` }))).toEqual(
    [
      { kind: 'text', text: 'Households paid ', at: '6:1' },
      {
        kind: 'component',
        name: 'Stat',
        attributes: new Map([
          ['data', 'share'],
          ['place', 'LAO'],
          ['year', '2022'],
        ]),
        at: '6:17',
      },
      { kind: 'text', text: ', and\n', at: '6:62' },
      { kind: 'component', name: 'Term', attributes: new Map([['id', 'oop']]), at: '7:1' },
      { kind: 'text', text: 'out of ', at: '7:16' },
      { kind: 'text', text: 'pocket', at: '7:24' },
      { kind: 'text', text: '.', at: '7:38' },
      { kind: 'footnote', id: '1', at: '7:39' },
      { kind: 'text', text: ' See ', at: '7:43' },
      { kind: 'link', address: 'https://example.org/law', text: 'the law', at: '7:48' },
      { kind: 'text', text: 'the law', at: '7:49' },
      { kind: 'text', text: '.', at: '7:82' },
    ],
  );
});
