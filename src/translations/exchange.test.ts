import { describe, expect, test } from 'vitest';
import { importXliff } from './import-xliff.ts';
import { readXliff } from './read-xliff.ts';
import { translationState } from './state.ts';
import { briefOf, en, fileOf, lo, textOf } from './testing.ts';
import { writeXliff } from './write-xliff.ts';

const shown = ({ name }: { name: string }, language: string) =>
  name === 'Stat' ? (language === 'lo' ? '28,7%' : '28.7%') : undefined;

interface Texts {
  /** The source as it is now. */
  now?: string;
  /** The source that the translation was made from; nothing is recorded without. */
  from?: string;
  own?: string | undefined;
  /** The source and the translation when the file comes back, where they were edited meanwhile. */
  later?: { now?: string; own?: string };
  staleOnly?: boolean;
  reviewer?: string;
}

/** Exports, lets a translator change the file, and imports it. */
function exchange(translate: (xliff: string) => string, texts: Texts = {}) {
  const { now = en, from, own = lo, later = {}, staleOnly = false, reviewer } = texts;
  const given = 'own' in texts ? texts.own : own;
  const briefAt = (source: string, translation: string | undefined) =>
    briefOf({
      en: source,
      ...(translation === undefined ? {} : { lo: translation }),
      ...(from === undefined ? {} : { from }),
    });
  const exported = writeXliff(briefAt(now, given), 'lo', { staleOnly, shown });
  const [source, translation] = [later.now ?? now, later.own ?? given];
  return importXliff(
    briefAt(source, translation),
    readXliff(translate(exported), 'demo.lo.xlf'),
    {
      source: fileOf('en', source),
      own: translation === undefined ? undefined : fileOf('lo', translation),
    },
    { day: '2026-12-01', reviewer },
  );
}

/** Puts other words into the target of a unit. */
const translated =
  (id: string, change: (target: string) => string, state = 'translated') =>
  (xliff: string): string =>
    xliff.replace(new RegExp(`<unit id="${id}">.*?</unit>`, 's'), (unit) => {
      const [source = ''] = /(?<=<source>).*(?=<\/source>)/.exec(unit) ?? [];
      const target = /(?<=<target>).*(?=<\/target>)/.exec(unit)?.[0] ?? source;
      return unit
        .replace(/state="\w+"/, `state="${state}"`)
        .replace(/\s*<target>.*<\/target>/, '')
        .replace('</source>', () => `</source><target>${change(target)}</target>`);
    });

const both =
  (...steps: ((xliff: string) => string)[]) =>
  (xliff: string) =>
    steps.reduce((text, step) => step(text), xliff);

test('marks are codes of the standard, and numbers show as readers see them', () => {
  const exported = writeXliff(briefOf({ en, lo }), 'lo', { shown });
  expect(exported.slice(exported.indexOf('<unit id="1">'), exported.indexOf('<unit id="3">'))).toBe(
    `<unit id="1">
      <notes>
        <note category="place">Paragraph, in the key messages, an item of a list (line 11)</note>
        <note category="numbers">1: 28.7% (lo: 28,7%)</note>
      </notes>
      <originalData>
        <data id="d1">&lt;Stat data="share" place="LAO" year="2021" /&gt;</data>
        <data id="d2">&lt;Cite id="who" /&gt;</data>
      </originalData>
      <segment state="reviewed">
        <source>Households paid <ph id="1" canCopy="no" canDelete="no" type="other" dataRef="d1" disp="28.7%"/>. <ph id="2" canCopy="no" canDelete="no" type="other" dataRef="d2" disp="&lt;Cite id=&quot;who&quot; /&gt;"/></source>
        <target>ຄົວເຮືອນຈ່າຍ <ph id="1" canCopy="no" canDelete="no" type="other" dataRef="d1" disp="28,7%"/>. <ph id="2" canCopy="no" canDelete="no" type="other" dataRef="d2" disp="&lt;Cite id=&quot;who&quot; /&gt;"/></target>
      </segment>
    </unit>
    <unit id="2">
      <notes>
        <note category="place">Paragraph, in the key messages, an item of a list (line 12)</note>
      </notes>
      <originalData>
        <data id="d1">*</data>
        <data id="d2">[^note]</data>
        <data id="d3">**</data>
      </originalData>
      <segment state="reviewed">
        <source>The <pc id="1" canCopy="no" canDelete="yes" type="fmt" subType="xlf:i" dataRefStart="d1" dataRefEnd="d1" dispStart="*" dispEnd="*">government</pc> paid more.<ph id="2" canCopy="no" canDelete="no" type="other" dataRef="d2" disp="[^note]"/></source>
        <target><pc id="t1" canCopy="no" canDelete="yes" type="fmt" subType="xlf:b" dataRefStart="d3" dataRefEnd="d3" dispStart="**" dispEnd="**">ລັດຖະບານ</pc>ຈ່າຍຫຼາຍຂຶ້ນ.<ph id="2" canCopy="no" canDelete="no" type="other" dataRef="d2" disp="[^note]"/></target>
      </segment>
    </unit>
    `,
  );
});

test('a file that comes back unchanged changes no byte, and records nothing that is stale', () => {
  const { text, written, confirmed, record } = exchange((each) => each, {
    now: en.replace('paid more', 'paid less'),
    from: en,
  });
  expect(text).toBe(lo);
  expect([written, confirmed, record?.date]).toEqual([[], [], '2026-11-24']);
});

describe('what a translator wrote', () => {
  test('stands in its place, and every other byte stays', () => {
    const { text, written, draftAgain } = exchange(
      both(
        translated('2', (target) => target.replace('ລັດຖະບານ', 'ລັດ')),
        translated('4', () => 'ຢ່າ "ຟ້າວ"'),
        translated('summary', () => 'ຈ່າຍ: ໜ້ອຍ'),
        translated('words.ilo', () => 'ອົງການ'),
      ),
    );
    expect(written).toEqual(['summary', 'words.ilo', '2', '4']);
    expect(text).toBe(
      lo
        .replace('ລັດຖະບານ', 'ລັດ')
        .replace('title="ລະວັງ"', 'title="ຢ່າ &quot;ຟ້າວ&quot;"')
        .replace(/>-\n.*\n.*\n/, '"ຈ່າຍ: ໜ້ອຍ"\n')
        .replace('ອົງການແຮງງານສາກົນ', 'ອົງການ')
        .replace('state: reviewed', 'state: draft'),
    );
    expect(draftAgain).toBe(true);
    expect(
      exchange(
        translated('3', () => 'ກ'),
        { from: en, staleOnly: false },
      ).record?.date,
    ).toBe('2026-12-01');
  });

  test('keeps signs that Markdown would take for marks', () => {
    const words = '2021. *ບໍ່* _ບໍ່_ &lt;5% {x} [y] `z` \\ ~~a~~ &amp;amp; https://example.org/a_b';
    const plain = words.replace('&lt;', '<').replace('&amp;amp;', '&amp;');
    const { text } = exchange(translated('10', () => words));
    expect(text).toContain(
      '[^note]: 2021\\. \\*ບໍ່\\* \\_ບໍ່\\_ \\<5% \\{x\\} \\[y\\] \\`z\\` \\\\ \\~\\~a\\~\\~ \\&amp; https://example.org/a_b\n',
    );
    const again = writeXliff(briefOf({ en, lo: text }), 'lo', { shown });
    expect(again).toContain(
      `<target>${plain.replace('<', '&lt;').replace('&amp;', '&amp;amp;').split(' https')[0]}`,
    );
    expect(
      exchange(
        translated('9', () => 'a | b'),
        {},
      ).text,
    ).toContain('| a \\| b |');
  });

  test('takes numbers and links that changed in the source, also where its words stay', () => {
    const now = en.replace('year="2021"', 'year="2022"').replace('/en/data/share/', '/en/data/people/');
    const confirm = (id: string) => translated(id, (target) => target);
    const { text, record } = exchange(both(confirm('1'), confirm('5')), { now, from: en, staleOnly: true });
    expect(text).toContain('ຄົວເຮືອນຈ່າຍ <Stat data="share" place="LAO" year="2022" />');
    expect(text).toContain('[ຂໍ້ມູນ](/lo/data/people/)');
    expect(record?.date).toBe('2026-12-01');
  });

  test('may name marks in another order, in parts, and as two ends', () => {
    const { text } = exchange((each) =>
      each.replace(
        /<segment state="\w+">\s*<source>Households paid.*?<\/segment>/s,
        `<segment state="translated"><source>Households paid <ph id="1"/>.</source><target><ph id="2"/> <ph id="1"/>&#x20;</target></segment>
         <segment state="final"><source> </source><target><mrk id="m1" type="comment">ແລ້ວ</mrk></target></segment>`,
      ),
    );
    expect(text).toContain('- <Cite id="who" /> <Stat data="share" place="LAO" year="2021" /> ແລ້ວ\n');
    expect(exchange(translated('5', () => 'ກ <sc id="1"/>ຂ<ec startRef="1"/> <ph id="2"/>')).text).toContain(
      'ກ [ຂ](/lo/data/share/) `code`\n',
    );
  });

  test('makes a text reviewed where somebody read it', () => {
    const { text } = exchange(
      translated('3', () => 'ເລກ'),
      { reviewer: 'ຄຳ: ພອນ' },
    );
    expect(text).toContain('state: reviewed\nreviewer: "ຄຳ: ພອນ"\nreviewed: 2026-12-01\n');
  });

  test('makes a translation that was not there, with the structure of the source', () => {
    const all = (xliff: string) =>
      xliff.replace(/<source>(.*)<\/source>/g, '<source>$1</source><target>$1</target>');
    const { text, record } = exchange(
      both(
        all,
        translated('title', () => 'ໃຜ: ຈ່າຍ'),
      ),
      { own: undefined },
    );
    expect(text).toBe(en.replace('title: Who pays', 'title: "ໃຜ: ຈ່າຍ"').replace('/en/', '/lo/'));
    expect(record?.text).toHaveLength(10);
    expect(() =>
      exchange(
        translated('title', () => 'ໃຜ'),
        { own: undefined },
      ),
    ).toThrow('12 of 13 passages have no translation: summary, words.ilo, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.');
  });

  test('says nothing of what is left, where the source has other passages now', () => {
    const now = en
      .replace('paid more', 'paid less')
      .replace('<Chart', 'A new one.\n\n<Chart')
      .replace(/^- House.*\n/m, '');
    const { text, record } = exchange(
      translated('5', () => 'ໃໝ່'),
      { now, from: en },
    );
    expect(record?.date).toBe('2026-11-24');
    const { stale, gone } = translationState(
      { ...briefOf({ en: now }), translations: new Map([['lo', textOf('lo', text, record)]]) },
      'lo',
    );
    expect([stale.map(({ source }) => source.id), gone]).toEqual([['1'], []]);
    expect(() => exchange((each) => each, { now, from: en })).toThrow(
      '1 of 13 passages have no translation: 5.',
    );
    const fewer = en.replace(/^- House.*\n/m, '');
    expect(exchange((each) => each, { now: fewer, from: en }).text).toBe(lo);
  });

  test('comes into a text whose source has other passages now', () => {
    const now = en.replace('<Chart', 'A new one.\n\n<Chart').replace(/^- The.*\n/m, '');
    const { text, record } = exchange(
      translated('5', () => 'ໃໝ່'),
      { now, from: en, staleOnly: true },
    );
    expect(text.slice(text.indexOf('<KeyMessages>'))).toBe(`<KeyMessages>

- ຄົວເຮືອນຈ່າຍ <Stat data="share" place="LAO" year="2021" />. <Cite id="who" />

</KeyMessages>

## ຕົວເລກ

<Callout kind="note" title="ລະວັງ">

ເບິ່ງ [ຂໍ້ມູນ](/lo/data/share/) ຫຼື \`code\`.

</Callout>

ໃໝ່

<Chart id="lines" />

| ປີ | ສັດສ່ວນ |
| --- | --- |
| ສຸດທ້າຍ | ກ \\| ຂ |

[^note]: ໃນປີ 2021 ກໍຄືກັນ.
`);
    expect(record?.date).toBe('2026-12-01');
  });
});

describe('what would break a text is left out and named', () => {
  test.each<[string, (target: string) => string, string]>([
    [
      'a number is lost',
      (each) => each.replace(/<ph id="1".*?\/>/, '28,7%'),
      'code 1 (<Stat data="share" place="LAO" year="2021" />) is lost',
    ],
    [
      'a citation stands there twice',
      (each) => each + (/<ph id="2".*?\/>/.exec(each)?.[0] ?? ''),
      'code 2 (<Cite id="who" />) stands there twice',
    ],
    ['a code is of another passage', (each) => `${each}<ph id="9"/>`, 'code 9 is none of this passage'],
  ])('%s', (_, change, why) => {
    const { text, refused } = exchange(translated('1', change));
    expect(refused).toEqual([{ id: '1', why }]);
    expect(text).toBe(lo);
  });

  test('the source changed since the export', () => {
    const { refused, written } = exchange(
      both(
        translated('2', () => 'ກ<ph id="2"/>'),
        translated('3', () => 'ຂ'),
      ),
      { from: en, later: { now: en.replace('paid more', 'paid less') } },
    );
    expect(refused).toEqual([{ id: '2', why: 'the source has changed here since the export' }]);
    expect(written).toEqual(['3']);
  });

  test('the translation was edited since the export', () => {
    const { refused, text } = exchange(
      translated('3', () => 'ຂ'),
      {
        later: { own: lo.replace('## ຕົວເລກ', '## ເລກ') },
      },
    );
    expect(refused).toEqual([
      { id: '3', why: 'the translation was edited here since the export, and the edit is kept' },
    ]);
    expect(text).toContain('## ເລກ');
  });

  test('a text with passages left is not reviewed', () => {
    expect(() =>
      exchange((each) => each, { now: en.replace('paid more', 'paid less'), from: en, reviewer: 'A' }),
    ).toThrow('A text is reviewed as a whole, and passages are left: 2.');
  });
});

test.each([
  ['', 'x is no complete XML file: missing root element, in line 1.'],
  ['<xliff version="1.2"/>', 'x is no XLIFF 2 file but version 1.2.'],
  ['<html/>', 'x is no XLIFF 2 file.'],
  ['<xliff version="2.1"><file id="a">', 'x is no complete XML file'],
  ['<!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="2.1"/>', 'x declares a document type'],
  [
    '<xliff version="2.1"><file id="a"><unit id="1"/></file></xliff>',
    'x does not say from which text unit “1” was made',
  ],
])('refuses %j in words', (text, message) => {
  expect(() => readXliff(text, 'x')).toThrow(message);
});
