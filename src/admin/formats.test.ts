import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const { values, 'words-frontmatter': words } = formats;

const text = `---
title: A title
words:
  old.age: "Old age"
state: draft
---

<KeyMessages>

- One {sign} <Stat data="share" place="LAO" />.

</KeyMessages>
`;

test('a text of a brief comes back as it was', () => {
  expect(words.toFile(words.fromFile(text))).toBe(text);
  const close = text.replace('---\n\n', '---\n');
  expect(words.toFile(words.fromFile(close))).toBe(close);
});

test('the body of a brief is text, and only what changed in it changes', () => {
  const form = words.fromFile(text);
  expect(form['body']).toContain('<Stat data="share" place="LAO" />');
  const edited = words.toFile({ ...form, body: String(form['body']).replace('One', 'Two') });
  expect(edited).toBe(text.replace('One', 'Two'));
});

test('a key with a dot is one key in a form', () => {
  const form = words.fromFile(text);
  expect(form['words']).toEqual({ 'old%2eage': 'Old age' });
  expect(words.toFile({ ...form, words: { 'old%2eage': 'Age' } })).toBe(text.replace('"Old age"', '"Age"'));
});

test('a translation that is begun has the order and comments of its source, and what was translated', () => {
  const source =
    '# yaml-language-server: $schema=../chart.json\ntitle: A title # short\nnotes: [One]\nwords: { peak: Peak }\n';
  const { __text } = values.fromFile(source);
  expect(values.toFile({ words: { peak: '' }, notes: [], title: 'ຫົວຂໍ້', __text: String(__text) })).toBe(
    '# yaml-language-server: $schema=../chart.json\ntitle: ຫົວຂໍ້ # short\n',
  );
});
