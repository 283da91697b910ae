import { expect, test } from 'vitest';
import { setMatter } from './matter.ts';

const set = (matter: string, values: Record<string, string>) =>
  setMatter(`---\n${matter}\n---\n\nText: title\n`, new Map(Object.entries(values)));

test.each<[string, string, Record<string, string>, string]>([
  ['a text in its place', 'title: A # short\nstate: draft', { title: 'B' }, 'title: B # short\nstate: draft'],
  ['one that needs quotation marks', 'title: A', { title: 'B: c' }, 'title: "B: c"'],
  ['one in quotation marks', 'title: "A: a"\nx: 1', { title: 'B' }, 'title: B\nx: 1'],
  ['a folded one', 'summary: >-\n  A\n  b\nstate: draft', { summary: 'C' }, 'summary: C\nstate: draft'],
  [
    'a folded one at the end',
    'state: draft\nsummary: >\n  A\n  b',
    { summary: 'C' },
    'state: draft\nsummary: C',
  ],
  ['nothing where it is the same', 'summary: >-\n  A\n  b', { summary: 'A b' }, 'summary: >-\n  A\n  b'],
  ['one that is missing', 'title: A', { reviewer: 'B' }, 'title: A\nreviewer: B'],
  ['a word', 'words:\n  a: A\nstate: draft', { 'words.a': 'B' }, 'words:\n  a: B\nstate: draft'],
  [
    'a word that is missing',
    'words:\n  a: A\nstate: draft',
    { 'words.b': 'B' },
    'words:\n  a: A\n  b: B\nstate: draft',
  ],
  [
    'a word that is missing in the last group',
    'words:\n  a: A',
    { 'words.b': 'B' },
    'words:\n  a: A\n  b: B',
  ],
  ['the first word', 'title: A', { 'words.b': 'B' }, 'title: A\nwords:\n  b: B'],
  ['a word in a group of one line', 'words: {a: A}', { 'words.b': 'B' }, 'words: { a: A, b: B }'],
])('sets %s', (_, before, values, after) => {
  expect(set(before, values)).toBe(`---\n${after}\n---\n\nText: title\n`);
});

test('keeps line ends of Windows', () => {
  expect(setMatter('---\r\ntitle: A\r\nstate: draft\r\n---\r\nText', new Map([['title', 'B']]))).toBe(
    '---\r\ntitle: B\r\nstate: draft\r\n---\r\nText',
  );
});
