import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Loaded, loadSite } from '../src/site/index.ts';
import { generateSite, languages } from './generate.ts';

describe('a generated site of two briefs', () => {
  let folder: string;
  let loaded: Loaded;
  let again: Loaded;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sala-bench-'));
    await generateSite(join(folder, 'once'), { briefs: 2 });
    await generateSite(join(folder, 'again'), { briefs: 2 });
    loaded = await loadSite(join(folder, 'once'));
    again = await loadSite(join(folder, 'again'));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has no error', () => {
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has the words of its briefs, charts and data sets in four languages', () => {
    const { briefs = [], charts = new Map(), datasets = new Map() } = loaded.site ?? {};
    expect([briefs.length, charts.size, datasets.size]).toEqual([2, 6, 1]);
    const words = [...charts.values(), ...datasets.values()].map((each) => each.words);
    for (const each of [...briefs.map(({ translations }) => translations), ...words]) {
      expect([...each.keys()].sort()).toEqual([...languages].sort());
    }
  });

  test.each(languages)(
    'has briefs of about 1,200 words in %s, with ten numbers, a table and three charts',
    (language) => {
      for (const { translations } of loaded.site?.briefs ?? []) {
        const { words = 0, uses = [] } = translations.get(language)?.document ?? {};
        expect(Math.abs(words - 1200)).toBeLessThan(100);
        const count = (name: string) => uses.filter((use) => use.name === name).length;
        expect(['Stat', 'DataTable', 'Chart'].map(count)).toEqual([10, 1, 3]);
      }
    },
  );

  test('is the same in every byte when it is made again', () => {
    expect([...again.files.texts]).toEqual([...loaded.files.texts]);
  });
});
