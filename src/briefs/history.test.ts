import { expect, test } from 'vitest';
import { historyEntrySchema, noteIdOf, textDigest, versionOf } from './history.ts';

const matter = { title: 'Who pays', summary: 'Households.', words: { ilo: 'ILO' } };
const body = '## Payments\n\nThey pay <Stat data="share" place="LAO" year="2021" />.\n';
const release = { dataset: 'share', digest: 'sha256:aa' };
const digest = textDigest(matter, body, [release]);

test('a digest is short, and the same whatever the line ends and the breaks of lines are', () => {
  expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect(textDigest(matter, body.replaceAll('\n', '\r\n'), [release])).toBe(digest);
  expect(textDigest(matter, body.replace('They pay', 'They\npay'), [release])).toBe(digest);
});

test('what readers do not see, and what is said of the next version, change no digest', () => {
  expect(textDigest(matter, `{/* sala-ignore stat: a test */}\n${body}`, [release])).toBe(digest);
  const words = { ...matter.words, 'version-2': 'A slip.', withdrawn: 'It was wrong.' };
  expect(textDigest({ ...matter, words }, body, [release])).toBe(digest);
});

test.each([
  ['the title', { ...matter, title: 'Who paid' }, body, release],
  ['a word', { ...matter, words: { ilo: 'The ILO' } }, body, release],
  ['the text', matter, body.replace('2021', '2022'), release],
  ['the data', matter, body, { ...release, digest: 'sha256:bb' }],
])('another digest with %s changed', (_, other, text, data) => {
  expect(textDigest(other, text, [data])).not.toBe(digest);
});

test('a version is the last of the history, and the first without one', () => {
  expect(versionOf([])).toBe(1);
  expect(
    versionOf([
      { version: 2, date: '2025-01-01', kind: 'corrected' },
      { version: 2, date: '2025-02-01', kind: 'translated', languages: ['lo'] },
    ]),
  ).toBe(2);
  expect(noteIdOf({ version: 3, date: '2025-01-01', kind: 'updated' })).toBe('version-3');
});

test('a translation names its languages, and nothing else does', () => {
  const entry = { version: 1, date: '2025-01-01' };
  expect(historyEntrySchema.safeParse({ ...entry, kind: 'translated' }).success).toBe(false);
  expect(historyEntrySchema.safeParse({ ...entry, kind: 'withdrawn', languages: ['lo'] }).success).toBe(
    false,
  );
  expect(historyEntrySchema.safeParse({ ...entry, kind: 'translated', languages: ['lo'] }).success).toBe(
    true,
  );
});
