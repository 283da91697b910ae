import { lstat, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAll, readOne } from '../../test/faults/fuzz.ts';
import { type Parser, parsers } from '../../test/faults/parsers.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { loadSite, type Settings, type SiteFiles } from '../site/index.ts';
import { rules } from './rules/index.ts';
import { adjust } from './silence.ts';

// The long suite, `npm run test:faults`, reads twenty times as many.
test.each(parsers.filter(({ isSlow }) => !isSlow))(
  '$name: 80 texts end in what they mean, or in words at a place',
  { timeout: 60_000 },
  (parser) => readAll(parser, 80),
);

const parser = (name: string): Parser => parsers.find((each) => each.name === name) ?? (parsers[0] as Parser);
const first = async (name: string, text: string) => {
  const [found] = await readOne(parser(name), text);
  return found && `${found.line}:${found.column} ${found.message}`;
};

describe('what would take all memory, or for ever, is told', () => {
  const bomb = [
    'a: &a [x, x]',
    ...[...'bcdefgh'].map((own, n) => `${own}: &${own} [*${'abcdefg'[n]}, *${'abcdefg'[n]}]`),
  ];
  const spec = (rest: object) =>
    JSON.stringify({ data: { name: 'people' }, mark: 'bar', encoding: { x: { field: 'value' } }, ...rest });
  test.each<[string, string, string, string]>([
    ['aliases of aliases', 'dataset.yaml', bomb.join('\n'), '1:7 A text cannot begin with &.'],
    [
      'brackets in brackets',
      'dataset.yaml',
      '['.repeat(100_000),
      '1:65 Groups stand within each other more than 64 times here.',
    ],
    [
      'lists in lists',
      'dataset.yaml',
      '- '.repeat(50_000),
      '1:129 Groups stand within each other more than 64 times here.',
    ],
    [
      'JSON in JSON',
      'a release',
      '['.repeat(100_000),
      '1:65 Groups stand within each other more than 64 times here.',
    ],
    [
      'quotations in quotations',
      'a text in Markdown',
      '> '.repeat(900),
      '1:1 Quotations, lists or components stand within each other more than 20 times.',
    ],
    [
      'asterisks',
      'a text in Markdown',
      '*'.repeat(9_000),
      '1:1 More than 1000 signs of Markdown, such as * and [, stand in one passage.',
    ],
    [
      'lines',
      'a text in Markdown',
      'a\n'.repeat(9_000),
      '1:1 More than 2000 lines follow each other without an empty one.',
    ],
    [
      'a long sequence',
      'chart.vl.json',
      spec({ data: { sequence: { start: 0, stop: 1e9 } } }),
      '1:10 This makes more than 10000 parts of a chart.',
    ],
    [
      'many ticks',
      'chart.vl.json',
      spec({ encoding: { x: { field: 'value', axis: { tickCount: 1e9 } } } }),
      '1:81 This makes more than 10000 parts of a chart.',
    ],
  ])('%s', async (_, name, text, says) => {
    expect(await first(name, text)).toBe(says);
  });
});

describe('what would be read in two ways, or run, is told', () => {
  test.each<[string, string, string, string]>([
    ['a tag of YAML', 'dataset.yaml', 'update: !!js/function "x"', '1:23 A text cannot begin with !.'],
    [
      'a directive of YAML',
      'dataset.yaml',
      '%YAML 1.1\n---\nupdate: yes\n',
      '1:1 A line that begins with % is not part of a file of a site.',
    ],
    ['a prototype in YAML', 'dataset.yaml', '__proto__: {}\n', '1:1 “__proto__” cannot be a key.'],
    ['a prototype in JSON', 'a release', '{"__proto__": {}}', '1:1 “__proto__” cannot be a key.'],
    ['a key twice in JSON', 'a release', '{"a": 1,\n "a": 2}', '2:2 The key “a” stands twice in its group.'],
    [
      'a number that no double holds',
      'a release',
      '{"a": 9007199254740993}',
      '1:7 The number 9007199254740993 is too large to be kept to its last digit.',
    ],
    [
      'half a character',
      'a release',
      '{"name": "\\ud800"}',
      '1:2 This text holds U+D800, which is no character that can be shown.',
    ],
    [
      'a link that runs',
      'a text in Markdown',
      'a [b](java\\&#10;script:x) [c](JavaScript:alert(1))',
      '1:1 A link cannot begin with “JavaScript:”.',
    ],
    [
      'a definition that runs',
      'a text in Markdown',
      '[a]\n\n[a]: data:text/html,x',
      '1:1 A link cannot begin with “data:”.',
    ],
    ['HTML', 'a text in Markdown', 'a <b onclick=x>', '1:1 HTML is not part of this text.'],
    [
      'an address that runs',
      'dataset.yaml',
      'update: once\naddress: "javascript:alert(1)"\n',
      '2:1 “address” cannot be “javascript:alert(1)”.',
    ],
    [
      'a script in a drawing',
      'a drawing of public/',
      '<svg xmlns="http://www.w3.org/2000/svg"><a:script xmlns:a="http://www.w3.org/2000/svg"/></svg>',
      '1:41 A drawing cannot hold <script>.',
    ],
    [
      'an event in a drawing',
      'a drawing of public/',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
      '1:1 A drawing cannot have “onload”, which runs a program.',
    ],
    [
      'another file in a drawing',
      'a drawing of public/',
      '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "x"</style></svg>',
      '1:41 The styles of this drawing reach for another file.',
    ],
    [
      'entities in a drawing',
      'a drawing of public/',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
      '1:1 This drawing has a document type.',
    ],
  ])('%s', async (_, name, text, says) => {
    expect(await first(name, text)).toBe(says);
  });
});

test('nothing is read outside of the site folder, and no file has a name that lies', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sala-names-'));
  try {
    const put = async (path: string, text = '') => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    await put('content/site/site.yaml', 'address: https://a.example/\n');
    await put('content/site/a\u202egnp.yaml');
    await put('public/page.html', '<script src="/x.js"></script>');
    await put('public/CON.png');
    await put('public/Map.png');
    await put('public/map.png');
    await put('content/big.yaml', '#'.repeat(600_000));
    await symlink('/etc', join(folder, 'public/etc'));
    await symlink('/etc/passwd', join(folder, 'content/site/en.yaml'));
    await symlink('/etc', join(folder, 'data'));
    expect((await lstat(join(folder, 'data'))).isSymbolicLink()).toBe(true);
    const { files, diagnostics } = await loadSite(folder);
    expect([...files.texts.keys()].filter((path) => /passwd|^data|en\.yaml/.test(path))).toEqual([]);
    const told = diagnostics.map(({ rule, file }) => `${rule} ${file}`);
    for (const each of [
      'file-kind content/site/en.yaml',
      'file-kind content/big.yaml',
      'file-kind data',
      'file-kind public/etc',
      'file-name content/site/a\u202egnp.yaml',
      'file-name public/CON.png',
      'file-name public/map.png',
      'public-file public/page.html',
    ])
      expect(told).toContain(each);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('no silence and no setting lets any of it pass', () => {
  const stops =
    'file-kind file-name folder-name public-file yaml json schema text-size link-scheme mdx-program mdx-component mdx-attribute chart-url chart-data chart-spec release-changed'.split(
      ' ',
    );
  const found = stops.map(
    (rule): Diagnostic => ({ rule, severity: 'error', file: 'a', line: 1, column: 1, message: '', hint: '' }),
  );
  const ignore = stops.map((rule) => ({ rule, file: 'a', reason: 'So that it passes.' }));
  const off = Object.fromEntries(stops.map((rule) => [rule, 'off']));
  const settings = { check: { ignore, rules: off } } as unknown as Settings;
  const files = { texts: new Map([['a', { path: 'a', text: '# sala-ignore yaml: so that it passes' }]]) };
  expect(stops.filter((rule) => !rules.has(rule))).toEqual([]);
  expect(adjust(found, settings, files as unknown as SiteFiles, rules)).toEqual(
    expect.arrayContaining(found),
  );
});
