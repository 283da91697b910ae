import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '../datasets/index.ts';
import { projectFolder } from '../project.ts';
import { makeSite, readSiteFiles, type Site, type SiteFiles } from '../site/index.ts';
import { changesBetween, checkFiles, describeChanges } from './index.ts';

// A value is corrected: what an editor is told, step by step.

let published: SiteFiles;
let corrected: SiteFiles;
let followed: SiteFiles;
beforeAll(async () => {
  const fixture = await readSiteFiles(join(projectFolder, 'test/fixtures/site'));
  const { texts } = await readSiteFiles(projectFolder);
  const messages = [...texts].filter(([path]) => path.startsWith('content/messages/'));
  published = { ...fixture, texts: new Map([...fixture.texts, ...messages]) };
  // Prose in two languages that states the number by hand; a passage says the year.
  published = written(published, {
    'content/briefs/everything/en.mdx': (text) =>
      text.replace('- [x] done', '- In 2021 it was 50.5% there.\n- [x] done'),
    'content/briefs/everything/lo.mdx': (text) =>
      text.replace('\n<DataTable', '\nໃນປີ 2021 ແມ່ນ 50,5%.\n\n<DataTable'),
  });
  // Newer than the release that stands, so that the brief is behind by this one alone.
  const release = (published.texts.get('data/share/1.0.0.json')?.text ?? '')
    .replace('"version": "1.0.0"', '"version": "1.2.0"')
    .replace(
      '{"place": "LAO", "year": 2021, "value": 50.5}',
      '{"place": "LAO", "year": 2021, "value": 51.25}',
    );
  corrected = written(published, {
    'data/share/1.2.0.json': () => release,
    'data/releases.json': (text) => {
      const digests = JSON.parse(text);
      digests.share['1.2.0'] = digestOf(release);
      return JSON.stringify(digests);
    },
  });
  followed = written(corrected, {
    'content/briefs/everything/brief.yaml': (text) => text.replace('share: 1.0.0', 'share: 1.2.0'),
  });
});

function written(files: SiteFiles, changes: Record<string, (text: string) => string>): SiteFiles {
  const texts = new Map(files.texts);
  for (const [path, change] of Object.entries(changes)) {
    const before = texts.get(path)?.text ?? '';
    const after = change(before);
    expect(after, path).not.toBe(before);
    texts.set(path, { path, text: after });
  }
  return { ...files, texts };
}

const found = (files: SiteFiles, rule: string) => checkFiles(files).filter((each) => each.rule === rule);
const site = (files: SiteFiles) => makeSite(files).site as Site;

describe('a release that corrects a value', () => {
  test('is announced with exactly the numbers, charts and tables that would change', () => {
    expect(found(corrected, 'pin-behind').map(({ file, line, hint }) => `${file}:${line} ${hint}`)).toEqual([
      'content/briefs/everything/brief.yaml:6 With “share: 1.2.0” would change: 50.5 → 51.25 in line 9; 16.25 → 15.5 in line 15; 1.32 → 1.3 in line 15; figure 1 (lines); table 1 (shares); figure 3 (facets); figure 4 (pairs); figure 5 (repeats).',
    ]);
  });

  test('changes no page until the pin moves', () => {
    const { pages, numbers } = changesBetween(site(published), site(corrected));
    expect(numbers).toEqual([]);
    expect(pages.filter(({ kind }) => kind === 'brief')).toEqual([]);
  });

  test('then shows the new number in every language', () => {
    const { numbers } = changesBetween(site(corrected), site(followed));
    expect(numbers[0]).toEqual({
      slug: 'everything',
      stat: 'data="share" place="LAO" year="2021"',
      shown: [
        { language: 'en', before: '50.5%', after: '51.3%' },
        { language: 'lo', before: '50,5%', after: '51,3%' },
        expect.objectContaining({ language: 'ar' }),
      ],
    });
    const comment = describeChanges(changesBetween(site(corrected), site(followed)), { diagnostics: [] });
    expect(comment).toContain(
      '| everything | `data="share" place="LAO" year="2021"` | Lao | 50,5% | **51,3%** |',
    );
    expect(comment).toContain('- Brief `everything`: changed (English, Lao, Arabic)');
  });

  test('leaves prose that states the old number by hand, which is reported in each language', () => {
    expect(found(corrected, 'number-outdated')).toEqual([]);
    expect(found(followed, 'number-outdated').map(({ file, message }) => [file, message])).toEqual([
      [
        'content/briefs/everything/en.mdx',
        expect.stringMatching(/^50\.5 is the value of release 1\.0\.0 .* has 51\.3\.$/),
      ],
      [
        'content/briefs/everything/lo.mdx',
        expect.stringMatching(/^50,5 is the value of release 1\.0\.0 .* has 51\.3\.$/),
      ],
    ]);
  });
});

test('a site without a change changes nothing', () => {
  const changes = changesBetween(site(published), site(published));
  expect(changes).toEqual({ pages: [], numbers: [], typed: [], stale: [], releases: [] });
  expect(describeChanges(changes, { diagnostics: [] })).toContain('No page changes.');
});
