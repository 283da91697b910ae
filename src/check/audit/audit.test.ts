import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../project.ts';
import { makeSite, readSiteFiles, type SiteFiles } from '../../site/index.ts';
import { type Audit, auditBrief, checkFiles, describeAudit, isWrong } from '../index.ts';
import { recomputed } from './from-data.ts';

let base: SiteFiles;
beforeAll(async () => {
  const fixture = await readSiteFiles(join(projectFolder, 'test/fixtures/site'));
  const { texts } = await readSiteFiles(projectFolder);
  const messages = [...texts].filter(([path]) => path.startsWith('content/messages/'));
  base = { ...fixture, texts: new Map([...fixture.texts, ...messages]) };
});

const english = 'content/briefs/everything/en.mdx';
const lao = 'content/briefs/everything/lo.mdx';

/** The audit of the example brief after edits of its files. */
async function auditAfter(edits: Record<string, [find: string, put: string]> = {}): Promise<Audit> {
  const texts = new Map(base.texts);
  for (const [path, [find, put]] of Object.entries(edits)) {
    const text = texts.get(path)?.text ?? '';
    expect(text).toContain(find);
    texts.set(path, { path, text: text.replace(find, put) });
  }
  const files = { ...base, texts };
  const { site } = makeSite(files);
  const brief = site?.briefs.find(({ slug }) => slug === 'everything');
  if (!site || !brief) throw new Error('The example site does not load');
  return auditBrief({ site, files, diagnostics: checkFiles(files) }, brief, [...brief.translations.keys()]);
}

/** The numbers of a file, each with the place where it really stands there. */
const numbersIn = ({ numbers }: Audit, path: string) => numbers.filter(({ file }) => file === path);

describe('an audit', () => {
  test('names data set, release, row and field of a number from data, in each language', async () => {
    const audit = await auditAfter();
    for (const [file, text] of [
      [english, '50.5%'],
      [lao, '50,5%'],
    ] as const) {
      const found = numbersIn(audit, file).find((each) => each.text === text && !each.figure);
      expect(found?.source).toEqual({
        from: 'data',
        dataset: 'share',
        version: '1.0.0',
        row: { place: 'LAO', year: '2021' },
        field: 'value',
        value: 50.5,
      });
    }
  });

  test('names both rows of a comparison', async () => {
    const [ratio] = numbersIn(await auditAfter(), english).filter(
      ({ source }) => source.from === 'data' && source.compare?.how === 'ratio',
    );
    expect(ratio?.source).toMatchObject({
      row: { place: 'KHM', year: '2021' },
      compare: { row: { place: 'LAO', year: '2021' } },
    });
  });

  test('lists each cell of tables and charts, at the place of their tags', async () => {
    const audit = await auditAfter();
    const cells = numbersIn(audit, english).filter(({ figure }) => figure === 'shares');
    const line = base.texts
      .get(english)
      ?.text.split('\n')
      .findIndex((each) => each.startsWith('<DataTable'));
    expect(cells).toHaveLength(4);
    expect(new Set(cells.map((each) => each.line))).toEqual(new Set([(line ?? 0) + 1]));
    expect(numbersIn(audit, english).filter(({ figure }) => figure === 'lines').length).toBeGreaterThan(3);
    expect(audit.numbers.filter(isWrong)).toEqual([]);
  });

  test('tells what was typed, exactly where: quantities in any digits, years, and values of the data', async () => {
    const audit = await auditAfter({
      [english]: ['- [x] done', '- In 2021 there were 12 and 50.5% there.\n- [x] done'],
      [lao]: ['\n<DataTable', '\nໃນປີ ໒໐໒໑ ມີ ໑໒ ແລະ ໕໐,໕%.\n\n<DataTable'],
    });
    for (const [path, typed] of [
      [english, ['2021', '12', '50.5']],
      [lao, ['໒໐໒໑', '໑໒', '໕໐,໕']],
    ] as const) {
      const own = numbersIn(audit, path).filter(({ source }) => source.from === 'hand');
      const [year, count, share] = typed.map((text) => own.findLast((each) => each.text === text));
      expect(year?.source).toMatchObject({ from: 'hand', kind: 'year', reading: '2021' });
      expect(count?.source).toEqual({ from: 'hand', kind: 'number', reading: '12' });
      expect(share?.source).toMatchObject({
        reading: '50.5',
        same: { dataset: 'share', row: { place: 'LAO', year: '2021' }, value: 50.5 },
      });
    }
    const text = (await auditAfter()).numbers.filter(({ source }) => source.from === 'hand');
    for (const { file, line, column, text: written } of text)
      expect(
        base.texts
          .get(file)
          ?.text.split('\n')
          [line - 1]?.slice(column - 1),
      ).toMatch(new RegExp(`^${written.replace('.', '\\.')}`));
  });

  test('shows a number that differs between a text and its translation, in a caption too', async () => {
    const audit = await auditAfter({
      [english]: ['caption="Shares of two places"', 'caption="Shares of two places, 2020"'],
      [lao]: ['ໃນປີ 2021', 'ໃນປີ 2012'],
    });
    const messages = audit.findings.map(({ file, message }) => `${file}: ${message}`);
    expect(messages).toContain(`${lao}: Where the source has 2021, the translation has 2012.`);
    expect(messages).toContain(`${lao}: The source has 2020 here, and the translation does not.`);
  });

  test('says to people what it found, a line for each number, and a sum', async () => {
    const text = describeAudit(await auditAfter());
    expect(text).toMatch(/50\.5% +from share 1\.0\.0, place LAO, year 2021, value: 50\.5\n/);
    expect(text).toMatch(/ 2021 +by hand \(year\)\n/);
    expect(text).toMatch(/ 4 values +shares: from share 1\.0\.0, value\n/);
    expect(text).toMatch(/\d+ numbers from data, all computed again from their releases\.\n/);
  });

  test('takes neither the tag nor the format on trust', async () => {
    const { site } = makeSite(base);
    const release = site?.datasets.get('share')?.newest;
    if (!release) throw new Error('No data');
    const from = `share/${release.version} place=LAO year=2021 #value`;
    const problem = (text: string, trace = from, language = 'en') =>
      recomputed({ text, from: trace, compare: undefined }, [release], language).problem;
    expect(problem('50.5%')).toBeUndefined();
    expect(problem('50,5', from, 'lo')).toBeUndefined();
    expect(problem('50.51%')).toBe('The release gives 50.5, and the page shows 50.51%.');
    expect(problem('−50.5%')).toContain('shows −50.5%');
    expect(problem('50.5%', 'share/9.9.9 place=LAO year=2021 #value')).toContain('no single row');
    expect(problem('50.5%', `share/${release.version} year=2021 #value`)).toContain('no single row');
  });
});
