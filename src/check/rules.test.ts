import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '../datasets/index.ts';
import { projectFolder as repository } from '../project.ts';
import { readSiteFiles, type SiteFiles } from '../site/index.ts';
import { filesUnder, type SourceFile } from '../source/index.ts';
import { checkFiles, type Rule, rules, rulesPage } from './index.ts';

/** The example site, as it is in every test: without findings but those that its own content wants. */
let base: SiteFiles;
let usual: ReadonlySet<string>;
beforeAll(async () => {
  const fixture = await readSiteFiles(join(repository, 'test/fixtures/site'));
  const own = await readSiteFiles(repository);
  const messages = [...own.texts].filter(([path]) => path.startsWith('content/messages/'));
  base = { ...fixture, texts: new Map([...fixture.texts, ...messages]) };
  usual = new Set(checkFiles(base).map(shown));
});

const shown = ({ rule, file, message }: { rule: string; file: string; message: string }) =>
  `${rule} ${file} ${message}`;

/** Held when files are read from the disk, or when the site is built or printed, and tested there. */
const atBuild = new Set(['chart-drawing', 'file-kind', 'link', 'pdf', 'public-file']);

test('the example site has no error', () => {
  expect(checkFiles(base).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe.each([...rules.values()].filter(({ id }) => !atBuild.has(id)))('$id', (rule) => {
  const { says } = rule.example;

  test('finds its example, in its file, with its message', () => {
    const texts = changed(base.texts, rule);
    const found = checkFiles({ ...base, texts }).filter((each) => !usual.has(shown(each)));
    expect(found.map(({ rule: id, message }) => `${id}: ${message}`)).toContain(`${rule.id}: ${says}`);
    const own = found.find(({ rule: id, message }) => id === rule.id && message === says);
    expect(own?.severity).toBe(rule.severity);
    expect(own?.line).toBeGreaterThan(0);
    expect(own?.hint.length).toBeGreaterThan(0);
  });

  test('is explained in words', () => {
    expect(rule.holds).toMatch(/^[A-Z“`<].*\.$/);
    expect(rule.why.length).toBeGreaterThan(60);
  });
});

/** The files of the example site with the change of a rule's example. */
function changed(
  before: SiteFiles['texts'],
  { id, example: { file, as = file, find, put, also = [] } }: Rule,
) {
  const texts = new Map(before);
  const text = texts.get(file)?.text ?? '';
  if (put === undefined) texts.delete(file);
  else {
    expect(text, `${file} holds what the example takes out`).toContain(find ?? '');
    const after = find === undefined ? `${text}${put}` : text.replace(find, () => put);
    const version = /([\d.]+)\.json$/.exec(as)?.[1];
    texts.set(as, {
      path: as,
      text: as === file ? after : after.replace(/"version": "[^"]*"/, `"version": "${version}"`),
    });
  }
  for (const { file: path, find, put } of also) {
    const own = texts.get(path)?.text ?? '';
    expect(own, `${path} holds what the example takes out`).toContain(find);
    texts.set(path, { path, text: own.replace(find, () => put) });
  }
  if (as.startsWith('data/') && !published.has(id)) publish(texts, as);
  return texts;
}

/** Rules about digests, whose examples must not have the right one. */
const published = new Set(['release-changed', 'release-unpublished', 'release-gone', 'release-name']);

function publish(texts: Map<string, SourceFile>, release: string): void {
  const path = 'data/releases.json';
  const [, id = '', version = ''] = /^data\/([^/]+)\/(.+)\.json$/.exec(release) ?? [];
  const digests = JSON.parse(texts.get(path)?.text ?? '{}');
  digests[id] = { ...digests[id], [version]: digestOf(texts.get(release)?.text ?? '') };
  texts.set(path, { path, text: JSON.stringify(digests, null, 2) });
}

test('every rule has a file of its name, and every file a rule', async () => {
  const files = await readdir(join(repository, 'src/check/rules'));
  const named = files.filter((name) => !['index.ts', 'rule.ts'].includes(name) && !name.endsWith('.test.ts'));
  expect(named.map((name) => name.replace('.ts', '')).sort()).toEqual([...rules.keys()].sort());
});

test('whatever is found has a rule, and every rule without a check of its own is found somewhere', async () => {
  const folder = join(repository, 'src');
  const paths = (await filesUnder(folder)).filter(
    (path) => /(?<!\.test)\.ts$/.test(path) && !path.startsWith('check/rules/'),
  );
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  const reported = new Set(
    texts.flatMap((text) => [...text.matchAll(reports)].map(([, one, other]) => one ?? other ?? '')),
  );
  expect([...reported].filter((id) => !rules.has(id))).toEqual([]);
  expect([...rules.values()].filter(({ id, check }) => !check && !reported.has(id))).toEqual([]);
});

/** The ways in which the sources name the rule of a finding. */
const reports = /\b(?:finding|error|report|complain|named)\(\s*'([a-z-]+)',|\brule(?::| =)\s+'([a-z-]+)'/g;

test('docs/rules.md is what the rules say (npm run schemas)', async () => {
  expect(await readFile(join(repository, 'docs/rules.md'), 'utf8')).toBe(rulesPage());
});
