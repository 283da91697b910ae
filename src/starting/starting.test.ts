import { describe, expect, test } from 'vitest';
import { chartRows, drawChart, parseChart } from '../charts/index.ts';
import { loadSite, makeLocale, makeSite, type Site } from '../site/index.ts';
import {
  type Answers,
  type Around,
  misfits,
  type Start,
  type Starter,
  starters,
  withStart,
} from './index.ts';

// The repository's own site, in which everything is to be found; without its briefs, which take long to read.
const whole = await loadSite(`${import.meta.dirname}/../..`);
const texts = new Map([...whole.files.texts].filter(([path]) => !path.startsWith('content/briefs/')));
const files = { ...whole.files, texts };
const around: Around = { site: makeSite(files).site as Site, files, today: '2026-02-03' };
const starter = (id: string): Starter => {
  const found = starters.find((each) => each.id === id);
  if (!found) throw new Error(`Nothing starts a ${id}`);
  return found;
};

/** Answers as a command takes them: given ones, else what is proposed. */
function answer(id: string, given: Answers): Answers {
  const answers: Record<string, string> = {};
  for (const { flag, proposes, problem } of starter(id).questions) {
    const said = given[flag] ?? proposes?.(around, answers) ?? '';
    expect(problem?.(said, around, answers), flag).toBeUndefined();
    answers[flag] = said;
  }
  return answers;
}
const begin = (id: string, name: string, given: Answers = {}) =>
  starter(id).start(name, answer(id, given), around);
const siteWith = (start: ReturnType<typeof begin>) => makeSite(withStart(files, start)).site as Site;

/** What is wrong with the answer to a question. */
const wrong = (id: string, flag: string, said: string, before: Answers = {}) =>
  starter(id)
    .questions.find((each) => each.flag === flag)
    ?.problem?.(said, around, before);

const comparison = { kind: 'country-comparison', title: 'A finding', places: 'LAO, KHM', topics: 'coverage' };
const shares = 'out-of-pocket-share, informal-employment-19icls@1.0.0';

describe('a new brief', () => {
  test.each([
    ['of a comparison', { ...comparison }],
    ['of a comparison that quotes data', { ...comparison, data: shares }],
    ['of a workshop', { ...comparison, kind: 'workshop-outcomes', places: 'VNM' }],
    ['with a title that YAML could mistake', { ...comparison, title: '- "Yes": {no} # <b>' }],
  ])('%s has nothing to be refused', (_, given) => {
    expect(misfits(files, begin('brief', 'new', given))).toEqual([]);
  });

  test('pins the releases that it was asked to, and shows a number of each and a chart', () => {
    const brief = siteWith(begin('brief', 'new', { ...comparison, data: shares })).briefs.find(
      ({ slug }) => slug === 'new',
    );
    expect(brief?.facts).toMatchObject({
      date: '2026-02-03',
      data: { 'out-of-pocket-share': '1.1.0', 'informal-employment-19icls': '1.0.0' },
      compared: ['LAO', 'KHM'],
      years: [2000, 2022],
    });
    expect(brief?.source.matter.state).toBe('draft');
    const uses = brief?.source.document.uses.map(({ name, attributes }) => [name, attributes.get('data')]);
    expect(uses).toEqual([
      ['KeyMessages', undefined],
      ['Stat', 'out-of-pocket-share'],
      ['Stat', 'informal-employment-19icls'],
      ['Reference', undefined],
      ['Chart', undefined],
      ['Recommendations', undefined],
    ]);
  });

  test('says beside each key what it is for', () => {
    const text = begin('brief', 'new', comparison).added.get('content/briefs/new/brief.yaml') ?? '';
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schemas\/brief\.json\n/);
    const lines = text.trimEnd().split('\n');
    const bare = lines.filter((line, n) => /^[a-z]/.test(line) && !lines[n - 1]?.startsWith('# '));
    expect(bare).toEqual([]);
  });

  test.each([
    [
      'kind',
      'country-comparsion',
      'There is no kind “country-comparsion”. Did you mean “country-comparison”?',
    ],
    ['date', '3 March', '“3 March” is no day. Write it as 2025-03-26.'],
    ['places', 'LAO', 'A brief of the kind country-comparison needs more places than LAO.'],
    ['places', 'LAO, WHO-WRP', '“WHO-WRP” is no country and no place of site.yaml. Did you mean “WHO-WPR”?'],
    [
      'topics',
      'finance',
      '“finance” is no topic of site.yaml. Topics: financing, coverage, governance, health-insurance, parliaments.',
    ],
    [
      'data',
      'out-of-pocket-shares',
      'There is no data set “out-of-pocket-shares”. Did you mean “out-of-pocket-share”?',
    ],
    [
      'data',
      'out-of-pocket-share@2.0.0',
      'Release 2.0.0 of “out-of-pocket-share” was never published. Published: 1.0.0, 1.1.0.',
    ],
  ])('cannot have as its %s: %s', (flag, said, problem) => {
    expect(wrong('brief', flag, said, comparison)).toBe(problem);
  });

  test.each([
    [
      'Health Insurance 2025',
      '“Health Insurance 2025” cannot be a name: lower-case letters, digits and single hyphens only. Did you mean “health-insurance-2025”?',
    ],
    [
      'vangvieng-workshop-2025',
      'There is a folder content/briefs/vangvieng-workshop-2025/ already. Take another name, or edit what is there.',
    ],
    [
      '../brief',
      '“../brief” cannot be a name: lower-case letters, digits and single hyphens only. Did you mean “brief”?',
    ],
  ])('cannot be called %s', (name, problem) => {
    expect(starter('brief').problem(name, { ...around, files: whole.files })).toBe(problem);
  });
});

describe('a new chart', () => {
  // All of them in one site, which is read once.
  const marks = ['line', 'bar', 'point'];
  const tables = [...around.site.datasets.values()].filter(({ newest }) => !newest.map);
  const cases = tables.flatMap(({ id: data }) =>
    marks.map((mark) => ({ id: `${mark}-of-${data}`, data, mark })),
  );
  const added = cases.flatMap(({ id, ...given }) => [...begin('chart', id, given).added]);
  const all: Start = { added: new Map(added), changed: new Map(), next: [] };
  const made = siteWith(all);

  test('of a map is refused: it has no numbers of its own', () => {
    const [question] = starter('chart').questions;
    expect(question?.problem?.('mainland-south-east-asia', around, {})).toContain('is a map');
  });

  test('of any data set as any mark has nothing to be refused', () => {
    expect(misfits(files, all)).toEqual([]);
  });

  test.each(cases)('of $data as $mark is drawn, no two rows at one place', async ({ id, data }) => {
    const chart = made.charts.get(id);
    const dataset = made.datasets.get(data);
    if (!chart || !dataset) throw new Error('No chart');
    const localized = new Map([[data, makeLocale(made, 'en').dataset(dataset, dataset.newest)]]);
    const svg = await drawChart({
      chart: chart.source,
      data: localized,
      words: {},
      language: 'en',
      placeColour: () => undefined,
      width: 328,
      titledBy: 'title',
    });
    expect(svg).toMatch(/<path[^>]* d=/);
    const rows = (await chartRows({ chart: chart.source, data: localized })).get(data) ?? [];
    const shown = rows.map((row) => JSON.stringify([row['place'], row['year']]));
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('says in words where it begins and ends', () => {
    const words = begin('chart', 'new', { data: 'out-of-pocket-share', places: 'LAO, KHM' }).added.get(
      'content/charts/new/en.yaml',
    );
    expect(words?.replace(/\s+/g, ' ')).toContain(
      'Out-of-pocket share, % of current health expenditure. Lao PDR: 44.8 (2000) – 28.7 (2022). Cambodia: 68.7 (2000) – 61.2 (2022).',
    );
  });

  test('keeps to plain Vega-Lite that its checks know', () => {
    const text = begin('chart', 'new', { data: 'population-total' }).added.get(
      'content/charts/new/chart.vl.json',
    );
    const problems: unknown[] = [];
    parseChart('new', { path: 'chart.vl.json', text: text ?? '' }, (each) => problems.push(each));
    expect(problems).toEqual([]);
  });

  test.each([
    ['data', 'rain', 'There is no data set “rain”. Data sets: '],
    ['mark', 'pie', 'There is no mark “pie” here.'],
    ['places', 'MMR', '“uhc-service-coverage-index” has no rows of “MMR”.'],
  ])('cannot have as its %s: %s', (flag, said, problem) => {
    expect(wrong('chart', flag, said, { data: 'uhc-service-coverage-index' })).toContain(problem);
  });
});

test('a new data set waits for its numbers: a warning says how they come', () => {
  const start = begin('dataset', 'rain', {
    title: 'Rain',
    description: 'Of a year.',
    publisher: 'An office',
  });
  expect(misfits(files, start)).toEqual([]);
  const { diagnostics } = makeSite(withStart(files, start));
  expect(diagnostics.find(({ rule }) => rule === 'dataset-empty')).toMatchObject({
    severity: 'warning',
    file: 'content/datasets/rain/dataset.yaml',
    hint: 'Bring in its numbers: npm run data -- import FILE --dataset rain',
  });
  expect(wrong('dataset', 'fields', 'place, Value')).toContain('“Value” cannot be the name of a column');
});

describe('a new language', () => {
  test.each([
    ['lo', 'The site has “lo” already: en, lo, km, vi.'],
    ['thai', '“thai” is no tag of a language. Did you mean “th”?'],
    ['Burmese', '“Burmese” is no tag of a language. Did you mean “my”?'],
    ['pt_br', '“pt_br” is no tag of a language. Did you mean “pt-BR”?'],
    ['qq', '“qq” is no tag of a language. Tags are such as th for Thai or pt-BR for Portuguese in Brazil.'],
    [
      'zh',
      'No font for the script of Chinese (Hans) is included, so its texts could not be shown. A developer can add one in src/fonts/families.ts.',
    ],
  ])('cannot be %s', (tag, problem) => {
    expect(starter('language').problem(tag, around)).toBe(problem);
  });

  test.each(['th', 'my', 'ar', 'fr', 'ru', 'el', 'sr-Latn'])(
    '%s shows the source until it is translated',
    (tag) => {
      expect(starter('language').problem(tag, around)).toBeUndefined();
      const start = begin('language', tag);
      expect(misfits(files, start)).toEqual([]);
      expect([...start.added.keys()]).toEqual(
        ['site', 'messages', 'glossary'].map((folder) => `content/${folder}/${tag}.yaml`),
      );
      const made = siteWith(start);
      expect(made.languages).toEqual(['en', 'lo', 'km', 'vi', tag]);
      expect(makeLocale(made, tag).words.name).toBe('Sala Policy Briefs');
    },
  );

  test.each([
    [
      'languages: [en, lo] # the first is the source\n',
      'languages: [en, lo, th] # the first is the source\n',
    ],
    [
      'languages:\n  - en\n  - lo # Lao\nlicense: x\n',
      'languages:\n  - en\n  - lo # Lao\n  - th\nlicense: x\n',
    ],
    ['languages: [\n  en,\n  lo\n]\n', 'languages: [\n  en,\n  lo, th\n]\n'],
  ])('is added to site.yaml where the languages stand, and all else stays: %j', (before, after) => {
    const path = 'content/site/site.yaml';
    const changed = new Map([...texts, [path, { path, text: before }]]);
    const start = starter('language').start('th', {}, { ...around, files: { ...files, texts: changed } });
    expect(start.changed.get(path)).toBe(after);
  });

  test('leaves alone what somebody has translated already', () => {
    const path = 'content/messages/th.yaml';
    const begun = new Map([...texts, [path, { path, text: 'site: { data: ข้อมูล }\n' }]]);
    const start = starter('language').start('th', {}, { ...around, files: { ...files, texts: begun } });
    expect([...start.added.keys()]).toEqual(['content/site/th.yaml', 'content/glossary/th.yaml']);
  });
});
