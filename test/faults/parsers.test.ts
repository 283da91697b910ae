import { describe, test } from 'vitest';
import { readAll } from './fuzz.ts';
import { parsers } from './parsers.ts';

/** In all more than 20,000. */
const cases = 1_700;

describe.each(parsers)('$name', (parser) => {
  const own = parser.isSlow ? cases / 20 : cases;
  test(`${own} texts end in what they mean, or in words at a place`, { timeout: 240_000 }, () =>
    readAll(parser, own),
  );
});
