import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import {
  makeAddresses,
  makeSite,
  movedPaths,
  publishedSite,
  readSiteFiles,
  redirectsOf,
  type SiteFiles,
} from '../site/index.ts';
import { appendEntry } from './append-entry.ts';
import { withStart } from './misfits.ts';
import { versionStarter } from './version.ts';

let files: SiteFiles;
beforeAll(async () => {
  const fixture = await readSiteFiles(`${projectFolder}/test/fixtures/site`);
  const own = await readSiteFiles(projectFolder);
  const messages = [...own.texts].filter(([path]) => path.startsWith('content/messages/'));
  files = { ...fixture, texts: new Map([...fixture.texts, ...messages]) };
});

const facts = 'content/briefs/everything/brief.yaml';
const siteOf = (changed: SiteFiles) => {
  const { site, diagnostics } = makeSite(changed);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!site) throw new Error('No site');
  return site;
};
const edited = (before: SiteFiles, path: string, change: (text: string) => string): SiteFiles => ({
  ...before,
  texts: new Map(before.texts).set(path, { path, text: change(before.texts.get(path)?.text ?? '') }),
});
const startVersion = (before: SiteFiles, slug: string, kind: string) =>
  withStart(
    before,
    versionStarter.start(
      slug,
      { kind, note: 'The year was wrong: “2020”.', date: '2025-05-06' },
      { site: siteOf(before), files: before, today: '2025-05-06' },
    ),
  );
const briefIn = (changed: SiteFiles, slug = 'everything') => {
  const brief = siteOf(changed).briefs.find((each) => each.slug === slug);
  if (!brief) throw new Error(`No ${slug}`);
  return brief;
};

describe('a new version', () => {
  test('keeps the text that was published, and what was not edited has the same digest', () => {
    const before = briefIn(files);
    const started = startVersion(files, 'everything', 'corrected');
    const after = briefIn(
      edited(started, 'content/briefs/everything/en.mdx', (text) =>
        text.replace('Everything stands', 'All stands'),
      ),
    );
    expect(after.version).toBe(2);
    expect(after.earlier.map(({ version, superseded }) => [version, superseded])).toEqual([[1, true]]);
    expect(after.earlier[0]?.source.matter.title).toBe(before.source.matter.title);
    expect(after.earlier[0]?.digests).toEqual(before.digests);
    expect(after.digests.get('en')).not.toBe(before.digests.get('en'));
    expect(after.digests.get('lo')).toBe(before.digests.get('lo'));
    expect(after.source.matter.words['version-2']).toBe('The year was wrong: “2020”.');
  });

  test('can follow another, and the pins of each stay its own', () => {
    const moved = edited(startVersion(files, 'everything', 'corrected'), facts, (text) =>
      text.replace('share: 1.0.0', 'share: 1.1.0'),
    );
    const after = briefIn(startVersion(moved, 'everything', 'data-updated'));
    expect(
      [after, ...after.earlier].map(({ version, releases }) => [version, releases.get('share')?.version]),
    ).toEqual([
      [3, '1.1.0'],
      [2, '1.1.0'],
      [1, '1.0.0'],
    ]);
  });

  test('holds in a copy with other line ends', () => {
    const started = startVersion(files, 'everything', 'updated');
    const windows = [...started.texts].map(([path, { text }]) => {
      const other = path.startsWith('content/briefs/') ? text.replaceAll('\n', '\r\n') : text;
      return [path, { path, text: other }] as const;
    });
    expect(briefIn({ ...started, texts: new Map(windows) }).digests).toEqual(briefIn(started).digests);
  });

  test('is refused for a draft, and for a name that is none', () => {
    const draft = edited(files, facts, (text) => `status: draft\n${text}`);
    const around = { site: siteOf(draft), files: draft, today: '2025-05-06' };
    expect(versionStarter.problem('everything', around)).toContain('not published yet');
    expect(versionStarter.problem('everthing', around)).toContain('Did you mean “everything”?');
  });
});

describe('what readers are not to see yet', () => {
  const under = (date: string) => edited({ ...files, date }, facts, (text) => `embargo: 2026-12-01\n${text}`);

  test('is left out until the first moment of its day, with the charts that only it shows', () => {
    const before = publishedSite(siteOf(under('2026-11-30')));
    expect(before.briefs.map(({ slug }) => slug)).toEqual(['untranslated']);
    expect(before.charts.size).toBe(0);
    const after = publishedSite(siteOf(under('2026-12-01')));
    expect(after.briefs).toHaveLength(2);
    expect(after.charts.size).toBe(6);
  });
});

test('a brief that moved is found at its old addresses, and its versions too', () => {
  const site = siteOf(files);
  expect(redirectsOf(site).filter(({ from }) => !from.includes('everything'))).toEqual([
    { from: 'briefs/untranslated/v/2/', to: 'briefs/untranslated/', forGood: false },
    { from: 'briefs/short-workshop/', to: 'briefs/untranslated/', forGood: true },
    { from: 'briefs/short-workshop/v/1/', to: 'briefs/untranslated/v/1/', forGood: true },
  ]);
  const moved = movedPaths(site, makeAddresses('/below/'));
  expect(moved).toContainEqual(['/below/lo/briefs/short-workshop/', '/below/lo/briefs/untranslated/']);
  expect(moved).toContainEqual([
    '/below/en/briefs/short-workshop/short-workshop-en.pdf',
    '/below/en/briefs/untranslated/untranslated-en.pdf',
  ]);
  // What is not translated has no files there.
  expect(moved.join('\n')).not.toContain('short-workshop-lo');
});

test.each([
  ['a: 1 # one\n', 'a: 1 # one\nlist:\n  - new\n'],
  ['list: []\na: 1\n', 'a: 1\nlist:\n  - new\n'],
  ['list:\n  - old # first\na: 1\n', 'list:\n  - old # first\n  - new\na: 1\n'],
  ['list:\n- { a: 1 }\n', 'list:\n- { a: 1 }\n- new\n'],
  ['list: [old]\na: 1\n', 'list: [old, new]\na: 1\n'],
])('an entry is added to %j, and the rest stays as it was written', (before, after) => {
  expect(appendEntry(before, 'list', '- new')).toBe(after);
});
