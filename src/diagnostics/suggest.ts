import { distance } from 'fastest-levenshtein';

/** The candidate most like `word`, when it is like enough to be what was meant. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Of two letters, one must be right.
  let least = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1) + 1;
  for (const candidate of candidates) {
    const own = candidate.toLowerCase();
    // Letters in another order are the likelier slip: “vlaue” is “value” sooner than “place”.
    const steps = distance(word.toLowerCase(), own) - (sorted(word.toLowerCase()) === sorted(own) ? 0.5 : 0);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

const sorted = (word: string): string => [...word].sort().join('');

/**
 * The hint under an unknown name: the likely one, or else all that there are.
 * `what` is the plural noun, as in "Charts: a, b."
 */
export function didYouMean(word: string, candidates: Iterable<string>, what: string): string {
  const known = [...candidates];
  const likely = closest(word, known);
  if (likely !== undefined) return `Did you mean ${quote(likely)}?`;
  if (known.length === 0) return `There are no ${what} yet.`;
  const shown = known.slice(0, 20).join(', ');
  const capital = what.charAt(0).toUpperCase() + what.slice(1);
  return `${capital}: ${shown}${known.length > 20 ? ', …' : ''}.`;
}

export const quote = (name: string): string => `“${name}”`;
