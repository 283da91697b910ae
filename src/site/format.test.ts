import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { currentFormat, migrate } from './format.ts';

const file = 'content/site/site.yaml';
const migrated = (text: string) => migrate(new Map([[file, text]]));

/** A site of the format before, as people write it. */
const before = `# yaml-language-server: $schema=../../schemas/site.json
# Our site; ask Somchai before you change the address.
address: https://briefs.example/ # without www
languages: [lo, en]
license: "CC-BY-4.0"

accent: '#0b5c7a'
`;

describe('content of the format before', () => {
  test('gets its format, and all that was written stays as it was', () => {
    const { from, to, done, changed } = migrated(before);
    expect({ from, to, steps: done.length }).toEqual({ from: 1, to: currentFormat, steps: 1 });
    expect(changed.get(file)).toBe(before.replace('address:', `format: ${currentFormat}\naddress:`));
  });

  test.each([
    ['format: 1 # for now\naddress: a\n', `format: ${currentFormat} # for now\naddress: a\n`],
    ['address: a\r\n# end\r\n', `format: ${currentFormat}\r\naddress: a\r\n# end\r\n`],
    ['address: a\nformat: 1', `address: a\nformat: ${currentFormat}`],
  ])('%j becomes %j', (text, after) => {
    expect(migrated(text).changed.get(file)).toBe(after);
  });

  test('whatever stands in it is the same afterwards, and a second time changes nothing', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((each) => each !== 'format');
    const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }), (settings) => {
        const after = migrated(stringify(settings)).changed.get(file) ?? '';
        expect(parse(after)).toEqual({ format: currentFormat, ...settings });
        expect(migrated(after).changed.size).toBe(0);
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

test('content of this format, or of a later one, is left alone', () => {
  for (const format of [currentFormat, currentFormat + 1]) {
    const { done, changed } = migrated(`format: ${format}\naddress: a\n`);
    expect([done.length, changed.size]).toEqual([0, 0]);
  }
});

test.each(['', 'address: [', '- a\n', '{ address: a }'])('%j is refused', (text) => {
  expect(() => migrated(text)).toThrow();
});
