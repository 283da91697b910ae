import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/index.ts';
import { loadSite } from '../src/site/index.ts';
import { importXliff, readXliff, writeXliff } from '../src/translations/index.ts';
import { copyFixture, digestOfFolder, edit, remove, repository, run, write } from './sites.ts';

const folderOfBrief = 'content/briefs/day';

const facts = `kind: country-comparison
date: 2026-02-03
places: [LAO, KHM]
topics: [money]
data: { share: 1.0.0 }
references: [{ id: first, title: A source, publisher: Office of Examples }]
compared: [LAO, KHM]
years: [2010, 2021]
`;

const english = `---
title: A day of a translator
summary: It is made for tests.
state: draft
---

<KeyMessages>

- The share was <Stat data="share" place="LAO" year="2021" /> in 2021.

</KeyMessages>

## Numbers

It was **larger** in Cambodia.[^note] <Cite id="first" />

It is still the same.

[^note]: By far.
`;

const lao = `---
title: ມື້ໜຶ່ງຂອງນັກແປ
summary: ເຮັດຂຶ້ນເພື່ອການທົດສອບ.
state: draft
---

<KeyMessages>

* ສັດສ່ວນແມ່ນ <Stat data="share" place="LAO" year="2021" /> ໃນປີ 2021.

</KeyMessages>

## ຕົວເລກ

ຢູ່ກຳປູເຈຍ **ຫຼາຍກວ່າ**.[^note] <Cite id="first" />

ຍັງຄືເກົ່າ.


[^note]: ຫຼາຍ.
`;

const languages = ['lo', 'ar', 'th'];
const texts: Record<string, string> = {
  lo: lao,
  ar: lao.replaceAll(/[\p{Script=Lao}]+/gu, 'نص'),
  th: lao.replaceAll(/[\p{Script=Lao}]+/gu, 'ไทย'),
};

/** Runs the command on the site and gives what it printed; fails where it did. */
async function translations(...words: string[]): Promise<string> {
  const { code, output } = await run('translations', ...words, '--site', folder);
  if (code !== 0) throw new Error(output);
  return output;
}

const states = async (): Promise<unknown[]> =>
  JSON.parse(await translations('--json'))
    .filter(({ slug }: { slug: string }) => slug === 'day')
    .map(({ language, state, behind, stale }: Record<string, unknown>) => [language, state, behind, stale]);

/** What `check` says of the brief being stale. */
const stale = async (): Promise<Diagnostic[]> =>
  JSON.parse((await run('check', '--site', folder, '--format', 'json')).output).filter(
    ({ rule, file }: Diagnostic) => rule === 'translation-stale' && file.startsWith(folderOfBrief),
  );

const noticeOf = async (language: string): Promise<string> => {
  const page = await readFile(join(folder, `dist/${language}/briefs/day/index.html`), 'utf8');
  return /<div class="notice".*?<\/div>/s.exec(page)?.[0] ?? '';
};

let folder: string;
beforeAll(async () => {
  folder = await copyFixture();
  await write(folder, {
    [`${folderOfBrief}/brief.yaml`]: facts,
    [`${folderOfBrief}/en.mdx`]: english,
    ...Object.fromEntries(languages.map((each) => [`${folderOfBrief}/${each}.mdx`, texts[each] ?? ''])),
  });
  await edit(folder, 'content/site/site.yaml', (text) => text.replace('[en, lo, ar]', '[en, lo, ar, th]'));
});
afterAll(() => remove(folder));

test("a translator's day: changed in two passages, stale, exported, translated, imported, up to date", {
  timeout: 240_000,
}, async () => {
  expect(await translations('accept', 'day', 'all', '--date', '2026-11-24')).toBe(
    languages.map((each) => `${folderOfBrief}/${each}.mdx: up to date.\n`).join(''),
  );

  await edit(folder, `${folderOfBrief}/en.mdx`, (text) =>
    text.replace('year="2021"', 'year="2020"').replace('larger', 'much larger'),
  );
  expect(await states()).toEqual(languages.map((each) => [each, 'draft', 2, ['1', '3']]));
  const found = await stale();
  expect(found.map(({ file }) => file)).toEqual(
    ['ar', 'lo', 'th'].map((each) => `${folderOfBrief}/${each}.mdx`),
  );
  expect(found[1]).toMatchObject({
    line: 9,
    column: 3,
    severity: 'warning',
    message: `2 passages of ${folderOfBrief}/en.mdx changed since this was translated (there in lines 9, 15).`,
    hint: 'What changed: npm run translations -- show day lo. When the translation says it too: npm run translations -- accept day lo',
  });
  expect((await run('build', '--site', folder, '--no-pdf')).code).toBe(0);
  expect(await noticeOf('lo')).toContain('ແປຈາກຕົ້ນສະບັບຂອງວັນທີ 24 ພະຈິກ 2026; ນັບແຕ່ນັ້ນມາ ຕົ້ນສະບັບໄດ້ປ່ຽນແປງ 2 ຕອນ.');
  expect(await noticeOf('th')).toContain('2 passages have changed in the original since.');
  expect(await noticeOf('en')).not.toContain('changed');

  for (const language of languages) {
    const file = join(folder, `day.${language}.xlf`);
    await translations('export', 'day', language, '--stale', '--out', file);
    const exported = await readFile(file, 'utf8');
    expect(exported.match(/(?<=<unit id=")\w+/g)).toEqual(['1', '3']);
    // The first passage is right as it stands, but for its number; the other is translated anew.
    const translated = exported
      .replaceAll('state="initial" subState="sala:stale"', 'state="translated"')
      .replace(/(?<=<target>)[^<]+(?=<pc)/, 'X ');
    await writeFile(file, translated);
    expect(await translations('import', file, '--date', '2026-11-25')).toBe(
      `${folderOfBrief}/${language}.mdx: 2 passages written, 0 confirmed as they are.\n`,
    );
    const before = texts[language] ?? '';
    expect(await readFile(join(folder, folderOfBrief, `${language}.mdx`), 'utf8')).toBe(
      before.replace('year="2021"', 'year="2020"').replace(/^.* \*\*/m, 'X **'),
    );
  }
  expect(await states()).toEqual(languages.map((each) => [each, 'draft', 0, []]));
  expect(await stale()).toEqual([]);
  expect((await run('build', '--site', folder, '--no-pdf')).code).toBe(0);
  for (const language of languages) expect(await noticeOf(language)).not.toMatch(/2026/);
});

test('a file that cannot be taken changes nothing', async () => {
  const file = join(folder, 'broken.xlf');
  await translations('export', 'day', 'lo', '--out', file);
  const before = await digestOfFolder(join(folder, 'content'));
  const exported = await readFile(file, 'utf8');
  for (const [text, message] of [
    [exported.slice(0, 900), 'broken.xlf is no complete XML file'],
    [exported.replace('file id="day"', 'file id="night"'), 'There is no brief night.'],
    [exported.replace('trgLang="lo"', 'trgLang="fr"'), 'The site is not in fr.'],
  ] as const) {
    await writeFile(file, text);
    const { code, output } = await run('translations', 'import', file, '--site', folder);
    expect([code, output]).toEqual([1, expect.stringContaining(message)]);
  }
  expect(await digestOfFolder(join(folder, 'content'))).toBe(before);
});

describe('the translations of the repository', async () => {
  const { site, files } = await loadSite(repository);
  test.each(
    (site?.briefs ?? []).flatMap((brief) =>
      [...brief.translations.values()]
        .filter((each) => each !== brief.source)
        .map((own) => [own.file, brief, own] as const),
    ),
  )('%s goes out and comes back byte for byte, up to date', (path, brief, own) => {
    const source = files.texts.get(brief.source.file) ?? { path, text: '' };
    const translation = files.texts.get(path);
    const exported = writeXliff(brief, own.language, { shown: () => undefined });
    const comesBack = (xliff: string) =>
      importXliff(
        brief,
        readXliff(xliff, 'file.xlf'),
        { source, own: translation },
        { day: '2026-12-01', reviewer: undefined },
      );
    const unchanged = comesBack(exported);
    expect([unchanged.refused, unchanged.text === translation?.text, unchanged.record]).toEqual([
      [],
      true,
      own.record,
    ]);
    // A sign after each passage of the body: all are written, and but for the sign they are as they were.
    const signed = comesBack(
      exported.replace(/<unit id="\d+">.*?<\/unit>/gs, (unit) => unit.replace('</target>', '×</target>')),
    );
    expect([signed.refused, signed.written.length]).toEqual([[], own.record?.text.length]);
    expect(signed.text.replaceAll('×', '')).toBe(translation?.text);
  });
});
