import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Diagnostic } from '../diagnostics/index.ts';
import { parseJson, parseYaml } from './index.ts';

const schema = z.strictObject({
  title: z.string().min(1),
  kind: z.enum(['note', 'caution']),
  fields: z.record(z.string(), z.strictObject({ decimals: z.int().optional() })).optional(),
});

function misfits(text: string, parse: typeof parseYaml | typeof parseJson = parseYaml) {
  const found: Diagnostic[] = [];
  parse({ path: 'a.yaml', text }, schema, (diagnostic) => found.push(diagnostic));
  return found.map(({ line, column, message, hint }) => `${line}:${column} ${message} ${hint}`);
}

test.each([
  [
    'titel: A\nkind: note\n',
    ['1:1 “title” is missing. Add “title:” (text).', '1:1 Unknown key “titel”. Did you mean “title”?'],
  ],
  ['title: A\nkind: notes\n', ['2:1 “kind” cannot be “notes”. Did you mean “note”? Allowed: note, caution.']],
  ['title: 5\nkind: note\n', ['1:1 “title” must be text. It is the number 5; write it in quotation marks.']],
  [
    'title: A\nkind: note\nfields:\n  value:\n    decimal: 1\n',
    ['5:5 Unknown key “decimal” in “fields.value”. Did you mean “decimals”?'],
  ],
  [
    'title: A: B\nkind: note\n',
    [
      '1:8 This is not valid YAML: a second colon stands here, or the line is indented more than those above. Text that holds a colon followed by a space needs quotation marks around it; lines of one group must start at the same column.',
    ],
  ],
  [
    'kind: note\ntitle: "A\nfields: {}\n',
    [
      '2:8 This is not valid YAML: a quotation mark or bracket is opened and never closed. Close it at the end of the text or list.',
    ],
  ],
  [
    'title: A\nkind: note\nfields:\n\tvalue: {}\n',
    ['4:1 This is not valid YAML: a tab stands before the text. Indent with spaces, not with tabs.'],
  ],
  ['title: ""\nkind: note\n', ['1:1 “title” is empty. Write its text.']],
])('says what is wrong in %j', (text, expected) => {
  expect(misfits(text)).toEqual(expected);
});

test('points into JSON', () => {
  expect(misfits('{\n  "title": "A",\n  "kind": "x"\n}', parseJson)).toEqual([
    '3:3 “kind” cannot be “x”. Allowed: note, caution.',
  ]);
  expect(misfits('{\n  "title": "A"\n  "kind": "note"\n}', parseJson)).toEqual([
    '3:3 This is not valid JSON: a comma is missing. Look for a comma, bracket or straight quotation mark that is missing or too many just before this place.',
  ]);
});

test('knows where each property stands', () => {
  const yaml = parseYaml(
    { path: 'a.yaml', text: 'title: A\nkind: note\nfields:\n  value: {decimals: 1}\n' },
    schema,
    () => {},
  );
  expect(yaml?.at(['fields', 'value', 'decimals'])).toEqual({ line: 4, column: 11 });
  expect(yaml?.at(['fields', 'year'])).toEqual({ line: 3, column: 1 });
});
