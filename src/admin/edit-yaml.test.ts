import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../project.ts';
import { filesUnder } from '../source/index.ts';
import { editYaml } from './edit-yaml.ts';

const facts = `# what this is about
kind: comparison
date: 2025-02-03 # day of publication
places: [LAO, KHM]
regions: []
data:
  share: 1.0.0

references:
  - { id: first, title: A book, date: 2024, url: "https://example.org/book" }
  - id: second # the page
    title: "A page"
summary: >-
  One line that was broken
  where its writer broke it,
  and a last one.
about: |
  One paragraph.

  Another.
area: { m49: "001" }
`;

/** The text after a change of its values, as the lines that went and came. */
function changed(change: (values: ReturnType<typeof parse>) => void): string[] {
  const values = parse(facts);
  change(values);
  const edited = editYaml(facts, values);
  expect(parse(edited)).toEqual(values);
  const [before, after] = [facts.split('\n'), edited.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

describe('only what was edited changes', () => {
  test.each<[string, (values: ReturnType<typeof parse>) => void, string[]]>([
    [
      'a value beside a comment',
      (all) => {
        all.date = '2025-02-04';
      },
      ['-date: 2025-02-03 # day of publication', '+date: 2025-02-04 # day of publication'],
    ],
    [
      'a value in quotes',
      (all) => {
        all.references[1].title = 'Another: page';
      },
      ['-    title: "A page"', '+    title: "Another: page"'],
    ],
    [
      'a number in braces',
      (all) => {
        all.references[0].date = 2025;
      },
      [
        '-  - { id: first, title: A book, date: 2024, url: "https://example.org/book" }',
        '+  - { id: first, title: A book, date: 2025, url: "https://example.org/book" }',
      ],
    ],
    [
      'digits that are text',
      (all) => {
        all.area.m49 = '035';
      },
      ['-area: { m49: "001" }', '+area: { m49: "035" }'],
    ],
    [
      'an item at the end of a list in brackets',
      (all) => {
        all.places.push('VNM');
      },
      ['-places: [LAO, KHM]', '+places: [LAO, KHM, VNM]'],
    ],
    [
      'the first item of a list in brackets',
      (all) => {
        all.places.shift();
      },
      ['-places: [LAO, KHM]', '+places: [KHM]'],
    ],
    [
      'all but one item of a list in brackets',
      (all) => {
        all.places = ['LAO'];
      },
      ['-places: [LAO, KHM]', '+places: [LAO]'],
    ],
    [
      'an item in a list that was empty',
      (all) => {
        all.regions = ['EAS'];
      },
      ['-regions: []', '+regions:', '+  - EAS'],
    ],
    [
      'a new key',
      (all) => {
        all.data.people = '1.0.0';
      },
      ['+  people: 1.0.0'],
    ],
    [
      'a new item of many lines',
      (all) => {
        all.references.push({ id: 'third', title: 'x: y' });
      },
      ['+  - id: third', '+    title: "x: y"'],
    ],
    [
      'an item that goes',
      (all) => {
        all.references.shift();
      },
      ['-  - { id: first, title: A book, date: 2024, url: "https://example.org/book" }'],
    ],
    [
      'a key that goes',
      (all) => {
        delete all.references[0].url;
      },
      [
        '-  - { id: first, title: A book, date: 2024, url: "https://example.org/book" }',
        '+  - { id: first, title: A book, date: 2024 }',
      ],
    ],
    [
      'a word of a paragraph that is folded',
      (all) => {
        all.summary = all.summary.replace('writer', 'author');
      },
      ['-  where its writer broke it,', '+  where its author broke it,'],
    ],
    [
      'a paragraph of several',
      (all) => {
        all.about = 'One paragraph.\n\nYet another.\n';
      },
      ['-  Another.', '+  Yet another.'],
    ],
    [
      'a line break where there was none',
      (all) => {
        all.kind = 'one\ntwo';
      },
      ['-kind: comparison', '+kind: |-', '+  one', '+  two'],
    ],
  ])('%s', (_, change, lines) => {
    expect(changed(change)).toEqual(lines);
  });
});

test('what forms make of values that were not touched changes nothing', () => {
  const formed = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? value.map(formed)
        : {
            nothing: '',
            none: [],
            ...Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, own]) => [key, formed(own)]),
            ),
          }
      : String(value).trim();
  expect(editYaml(facts, formed(parse(facts)) as object)).toBe(facts);
});

test('an empty file, and one without values, take what is given', () => {
  expect(editYaml('', { title: 'A', notes: [] })).toBe('title: A\n');
  expect(editYaml('# a comment\n', { title: 'A' })).toBe('title: A\n');
});

test('in every YAML file of the site, each text can be changed alone', async () => {
  const folder = join(projectFolder, 'content');
  for (const path of (await filesUnder(folder)).filter((name) => name.endsWith('.yaml'))) {
    const text = await readFile(join(folder, path), 'utf8');
    expect(editYaml(text, parse(text)), path).toBe(text);
    const places: (string | number)[][] = [];
    const walk = (value: unknown, at: (string | number)[]): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, own] of Object.entries(value)) walk(own, [...at, key]);
      else if (typeof value === 'string') places.push(at);
    };
    walk(parse(text), []);
    // A few of each file: the first, the last, and some between.
    for (const at of places.filter((_, index) => index % 7 === 0 || index === places.length - 1)) {
      const values = parse(text);
      const last = at.at(-1) ?? '';
      const parent = at.slice(0, -1).reduce((inner, key) => inner[key], values);
      parent[last] = `${parent[last].trim()} and more`;
      const edited = editYaml(text, values);
      const trimmed = (value: unknown) => JSON.stringify(value).replaceAll('\\n"', '"');
      expect(trimmed(parse(edited)), `${path} ${at.join('.')}`).toBe(trimmed(values));
    }
  }
});
