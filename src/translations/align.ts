import { diffArrays } from 'diff';

/** A passage of the record and the one of today that stands in its place; one of them alone where it came or went. */
export interface Pair {
  recorded: number | undefined;
  today: number | undefined;
}

/**
 * Which passage of today stands in the place of which recorded one, in order.
 * Equal digests are held together (longest common subsequence); between them,
 * passages are paired by their place.
 */
export function align(recorded: readonly string[], today: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [before, now] = [0, 0];
  let [left, come] = [0, 0];
  const pairGap = () => {
    for (let n = 0; n < Math.max(left, come); n += 1)
      pairs.push({ recorded: n < left ? before + n : undefined, today: n < come ? now + n : undefined });
    [before, now, left, come] = [before + left, now + come, 0, 0];
  };
  for (const { added, removed, count } of diffArrays([...recorded], [...today])) {
    if (removed) left += count;
    else if (added) come += count;
    else {
      pairGap();
      for (let n = 0; n < count; n += 1) pairs.push({ recorded: before + n, today: now + n });
      [before, now] = [before + count, now + count];
    }
  }
  pairGap();
  return pairs;
}
