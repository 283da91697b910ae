import { expect, test } from 'vitest';
import { passagesOf } from './passages.ts';
import { acceptPassages } from './record.ts';
import { translationState } from './state.ts';
import { briefOf, en, lo, textOf } from './testing.ts';

/** What is not current, as id and state. */
const shown = (brief: ReturnType<typeof briefOf>) => {
  const { passages, gone } = translationState(brief, 'lo');
  return [
    ...passages
      .filter(({ state }) => state !== 'current')
      .map(({ source, state }) => `${source.id} ${state}`),
    ...gone.map(({ own }) => `gone ${own?.text}`),
  ];
};

const changed = (from: string | RegExp, to: string) => briefOf({ en: en.replace(from, to), lo, from: en });

test('has a passage for each text of the front matter and of the body that has words', () => {
  expect(passagesOf(textOf('en', en)).map(({ id, text }) => `${id} ${text}`)).toEqual(
    [
      'title Who pays',
      'summary Households pay less.',
      'words.ilo International Labour Organization',
      '1 Households paid <Stat data="share" place="LAO" year="2021" />. <Cite id="who" />',
      '2 The *government* paid more.[^note]',
      '3 Numbers & signs',
      '4 Take care',
      '5 See [the data](/en/data/share/) or `code`.',
      '6 Year',
      '7 Share',
      '8 Last',
      '9 a \\| b',
      '10 In 2021 as well.',
    ].map((each) => each.replace('a \\| b', 'a | b')),
  );
});

test.each<[string, string, string, string[]]>([
  ['nothing', 'Who pays', 'Who pays', []],
  ['line breaks and spaces', 'Numbers & signs', 'Numbers &  signs', []],
  ['a chart', 'id="lines"', 'id="bars"', []],
  ['the level of a heading', '## Numbers', '### Numbers', []],
  ['a comment for the editors', 'paid more.', 'paid more.{/* check */}', []],
  ['the title', 'Who pays', 'Who pays more', ['title changed']],
  ['a word', 'paid more', 'paid less', ['2 changed']],
  ['the year of a number', 'year="2021"', 'year="2022"', ['1 changed']],
  ['an address', '/en/data/share/', '/en/data/people/', ['5 changed']],
  ['the title of a box', 'Take care', 'Careful', ['4 changed']],
  ['a new paragraph', '<Chart', 'New.\n\n<Chart', ['6 new']],
  ['a paragraph that is gone', /- The.*\n/.source, '', ['gone **ລັດຖະບານ**ຈ່າຍຫຼາຍຂຶ້ນ.[^note]']],
])('a change of %s makes stale what it concerns', (_, from, to, expected) => {
  expect(shown(changed(from.includes('.*') ? new RegExp(from) : from, to))).toEqual(expected);
});

test('what moved is known by its words, and keeps its translation', () => {
  const [first = '', second = ''] = en.match(/^- .*$/gm) ?? [];
  const brief = changed(`${first}\n${second}`, `${second}\n${first}`);
  expect(shown(brief)).toHaveLength(1);
  expect(shown(brief)[0]).toMatch(/moved$/);
  const moved = translationState(brief, 'lo').passages.map(({ source, own }) => [source.id, own?.text]);
  expect(moved.find(([id]) => id === '1')?.[1]).toContain('ລັດຖະບານ');
  expect(moved.find(([id]) => id === '2')?.[1]).toContain('ຄົວເຮືອນ');
  expect(translationState(brief, 'lo').behind).toBe(0);
});

test('without a record nothing is stale, and without a translation all is new', () => {
  expect(shown(briefOf({ en: en.replace('Who', 'What'), lo }))).toEqual([]);
  expect(shown(briefOf({ en }))).toHaveLength(13);
});

test('one passage is accepted by itself, and the day is taken over with the last', () => {
  const brief = changed(/Who pays|paid more/g, 'x');
  const record = brief.translations.get('lo')?.record;
  const source = passagesOf(brief.source);
  const one = acceptPassages(source, record, { ids: new Set(['2']), day: '2026-12-01' });
  expect([one.date, one.text]).toEqual(['2026-11-24', source.slice(3).map(({ digest }) => digest)]);
  expect(acceptPassages(source, one, { ids: new Set(['title']), day: '2026-12-02' }).date).toBe('2026-12-02');
});
