/** The code points of a CSS `unicode-range`, as pairs of first and last. */
export function parseRange(range: string): [number, number][] {
  return range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** The characters of a set that lie in a range, sorted. */
export function within(characters: Iterable<string>, range: string): string[] {
  const pairs = parseRange(range);
  return [...characters]
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      return pairs.some(([first, last]) => point >= first && point <= last);
    })
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** Characters as a `unicode-range`, neighbours joined. */
export function toRange(characters: readonly string[]): string {
  const runs: [number, number][] = [];
  for (const character of characters) {
    const point = character.codePointAt(0) ?? 0;
    const run = runs.at(-1);
    if (run && point === run[1] + 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}
