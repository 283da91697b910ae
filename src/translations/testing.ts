import {
  type Brief,
  frontMatterSchema,
  readDocument,
  type SourceRecord,
  splitFrontMatter,
  structureOf,
  type Translation,
} from '../briefs/index.ts';
import { Failure } from '../diagnostics/index.ts';
import { parseYaml, type SourceFile } from '../source/index.ts';
import { passagesOf } from './passages.ts';
import { acceptPassages } from './record.ts';

/** A text of the brief `demo` as a translation, for tests. */
export function textOf(language: string, text: string, record?: SourceRecord): Translation {
  const file = fileOf(language, text);
  const stop = ({ line, message }: { line: number; message: string }) => {
    throw new Failure(`${file.path}:${line} ${message}`);
  };
  const parts = splitFrontMatter(text);
  const matter = parts && parseYaml(file, frontMatterSchema, stop, { text: parts.matter, firstLine: 2 });
  const document = parts && readDocument(file, { ...parts, language }, stop);
  if (!matter || !document) throw new Failure('This is no text of a brief');
  return { language, file: file.path, matter: matter.value, matterAt: matter.at, document, record };
}

export const fileOf = (language: string, text: string): SourceFile => ({
  path: `content/briefs/demo/${language}.mdx`,
  text,
});

/** The brief `demo` in English and Lao. `from` is the English text that the Lao one was made from. */
export function briefOf({ en, lo, from }: { en: string; lo?: string; from?: string }): Brief {
  const source = textOf('en', en);
  const record =
    from === undefined
      ? undefined
      : acceptPassages(passagesOf(textOf('en', from)), undefined, { ids: 'all', day: '2026-11-24' });
  return {
    slug: 'demo',
    facts: {} as Brief['facts'],
    source,
    translations: new Map([
      ['en', source],
      ...(lo === undefined ? [] : [['lo', textOf('lo', lo, record)] as const]),
    ]),
    releases: new Map(),
    ...structureOf(source.document),
    version: 1,
    digests: new Map(),
    superseded: false,
    earlier: [],
    hidden: undefined,
  };
}

export const en = `---
title: Who pays
summary: Households pay less.
state: draft
words:
  ilo: International Labour Organization
---

<KeyMessages>

- Households paid <Stat data="share" place="LAO" year="2021" />. <Cite id="who" />
- The *government* paid more.[^note]

</KeyMessages>

## Numbers & signs

<Callout kind="note" title="Take care">

See [the data](/en/data/share/) or \`code\`.

</Callout>

<Chart id="lines" />

| Year | Share |
| --- | --- |
| Last | a \\| b |

[^note]: In 2021 as well.
`;

export const lo = `---
title: ໃຜຈ່າຍ
summary: >-
  ຄົວເຮືອນຈ່າຍ
  ໜ້ອຍລົງ.
state: reviewed
reviewer: ຜູ້ກວດ
reviewed: 2025-03-04
words: {ilo: ອົງການແຮງງານສາກົນ}
---

<KeyMessages>

- ຄົວເຮືອນຈ່າຍ
  <Stat data="share" place="LAO" year="2021" />. <Cite id="who" />
- **ລັດຖະບານ**ຈ່າຍຫຼາຍຂຶ້ນ.[^note]

</KeyMessages>

## ຕົວເລກ

<Callout kind="note" title="ລະວັງ">

ເບິ່ງ [ຂໍ້ມູນ](/lo/data/share/) ຫຼື \`code\`.

</Callout>

<Chart id="lines" />

| ປີ | ສັດສ່ວນ |
|---|---|
| ສຸດທ້າຍ | ກ \\| ຂ |

[^note]: ໃນປີ 2021 ກໍຄືກັນ.
`;
