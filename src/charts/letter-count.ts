/** The letters that a number format fills up to, which is the number in it: 1000 of `1000d`. */
export const letterCount = (specifier: unknown): number =>
  Math.max(0, ...(String(specifier).match(/\d+/g) ?? []).map(Number));
